package org.countywise.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum of names with constant coefficients, as in {@code wages / 100 - 2 * (a + b)}.
 *
 * @param terms coefficient by name, in the order of their first mention
 */
public record Linear(Map<String, BigDecimal> terms) {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:([a-z][a-z0-9_]*)|(\\d+(?:\\.\\d+)?)|([-+*/()]))\\s*");
  private static final String CONSTANT = "";
  private static final int SCALE = 6;
  private static final int DEEPEST = 100;

  /**
   * Reads a sum.
   *
   * @throws IllegalArgumentException saying what is not linear
   */
  public static Linear of(String text) {
    Reader reader = new Reader(text);
    Map<String, BigDecimal> terms = reader.sum();
    reader.end();
    BigDecimal constant = terms.remove(CONSTANT);
    if (constant != null && constant.signum() != 0) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' adds the constant "
              + constant.toPlainString()
              + "; only measures add up over regions");
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' names no measure");
    }
    return new Linear(terms);
  }

  private static final class Reader {
    private final String text;
    private final Matcher matcher;
    private int at;
    private int depth;

    Reader(String text) {
      this.text = text;
      this.matcher = TOKEN.matcher(text);
    }

    Map<String, BigDecimal> sum() {
      Map<String, BigDecimal> sum = product();
      while (next("[-+]")) {
        BigDecimal sign = operator().equals("-") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        product().forEach((name, c) -> sum.merge(name, c.multiply(sign), BigDecimal::add));
      }
      return sum;
    }

    private Map<String, BigDecimal> product() {
      Map<String, BigDecimal> product = factor();
      while (next("[*/]")) {
        boolean divides = operator().equals("/");
        Map<String, BigDecimal> right = factor();
        product = divides ? quotient(product, right) : times(product, right);
      }
      return product;
    }

    private Map<String, BigDecimal> times(
        Map<String, BigDecimal> left, Map<String, BigDecimal> right) {
      Map<String, BigDecimal> constant = isConstant(left) ? left : right;
      Map<String, BigDecimal> other = isConstant(left) ? right : left;
      if (!isConstant(constant)) {
        throw wrong("multiplies measures with each other");
      }
      BigDecimal factor = constant.get(CONSTANT);
      other.replaceAll((name, c) -> c.multiply(factor));
      return other;
    }

    private Map<String, BigDecimal> quotient(
        Map<String, BigDecimal> left, Map<String, BigDecimal> right) {
      if (!isConstant(right)) {
        throw wrong("divides by a measure; put it into the denominator");
      }
      BigDecimal divisor = right.get(CONSTANT);
      if (divisor.signum() == 0) {
        throw wrong("divides by zero");
      }
      left.replaceAll((name, c) -> exact(c, divisor));
      return left;
    }

    private BigDecimal exact(BigDecimal number, BigDecimal divisor) {
      BigDecimal quotient = number.divide(divisor, SCALE, RoundingMode.HALF_UP);
      if (quotient.multiply(divisor).compareTo(number) != 0) {
        throw wrong(
            "has a coefficient with more than "
                + SCALE
                + " decimals; move the constant to the other side of the fraction");
      }
      return quotient;
    }

    private static boolean isConstant(Map<String, BigDecimal> terms) {
      return terms.size() == 1 && terms.containsKey(CONSTANT);
    }

    private Map<String, BigDecimal> factor() {
      if (++depth > DEEPEST) {
        throw wrong("is nested too deeply");
      }
      Map<String, BigDecimal> factor = nested();
      depth--;
      return factor;
    }

    private Map<String, BigDecimal> nested() {
      if (next("-")) {
        operator();
        Map<String, BigDecimal> negated = factor();
        negated.replaceAll((name, c) -> c.negate());
        return negated;
      }
      if (next("\\(")) {
        operator();
        Map<String, BigDecimal> inner = sum();
        if (!next("\\)")) {
          throw wrong("lacks a closing parenthesis");
        }
        operator();
        return inner;
      }
      return atom();
    }

    private Map<String, BigDecimal> atom() {
      Map<String, BigDecimal> term = new LinkedHashMap<>();
      if (!matcher.find(at) || matcher.start() != at || matcher.group(3) != null) {
        String rest = text.substring(at).strip();
        throw wrong(
            rest.isEmpty()
                ? "ends where a measure or number is expected"
                : "has no measure or number at '" + rest + "'");
      }
      String name = matcher.group(1);
      term.put(
          name == null ? CONSTANT : name,
          name == null ? new BigDecimal(matcher.group(2)) : BigDecimal.ONE);
      at = matcher.end();
      return term;
    }

    private boolean next(String pattern) {
      return matcher.find(at)
          && matcher.start() == at
          && matcher.group(3) != null
          && matcher.group(3).matches(pattern);
    }

    private String operator() {
      String operator = matcher.group(3);
      at = matcher.end();
      return operator;
    }

    void end() {
      if (at < text.length()) {
        throw wrong("has something more at '" + text.substring(at).strip() + "'");
      }
    }

    private IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(
          "'"
              + text
              + "' "
              + what
              + "; write a sum of measures with constant factors, such as wages / 100 + bonus");
    }
  }
}
