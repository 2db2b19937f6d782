package org.countywise.definition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum of names with constant factors, such as {@code (a - b) / 100}: what numerators and
 * denominators are.
 *
 * @param terms factor by name, in the order of appearance; a factor may be 0
 */
public record Linear(Map<String, BigDecimal> terms) {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:([a-z][a-z0-9_]*)|(\\d{1,18}(?:\\.\\d{1,18})?)|([-+*/()])|(\\S|$))");

  /**
   * Reads a sum.
   *
   * @throws IllegalArgumentException saying what is not linear, not exact or not understood
   */
  public static Linear of(String text) {
    Form form = new Reader(text).whole();
    if (form.constant.signum() != 0 || form.terms.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' has a term without a measure; every term is a measure times a constant");
    }
    return new Linear(form.terms);
  }

  /** A sum while it is read: names with factors, and a constant. */
  private record Form(Map<String, BigDecimal> terms, BigDecimal constant) {
    Form plus(Form other, BigDecimal sign) {
      Map<String, BigDecimal> sum = new LinkedHashMap<>(terms);
      other.terms.forEach((name, f) -> sum.merge(name, f.multiply(sign), BigDecimal::add));
      return new Form(sum, constant.add(other.constant.multiply(sign)));
    }

    Form times(BigDecimal factor) {
      return new Form(Map.of(), BigDecimal.ZERO).plus(this, factor);
    }
  }

  /** Recursive descent: sum, product, factor. */
  private static final class Reader {
    private static final int LONGEST = 2_000;
    private final String text;
    private final Matcher token;

    Reader(String text) {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("a sum of more than " + LONGEST + " characters");
      }
      this.text = text;
      token = TOKEN.matcher(text);
      next();
    }

    Form whole() {
      Form form = sum();
      if (token.end() < text.length() || !is("")) {
        throw unexpected("an operator");
      }
      return form;
    }

    private Form sum() {
      Form form = product();
      while (is("+") || is("-")) {
        BigDecimal sign = is("+") ? BigDecimal.ONE : BigDecimal.ONE.negate();
        next();
        form = form.plus(product(), sign);
      }
      return form;
    }

    private Form product() {
      Form form = factor();
      while (is("*") || is("/")) {
        boolean times = is("*");
        next();
        form = times ? multiply(form, factor()) : divide(form, factor());
      }
      return form;
    }

    private Form factor() {
      String read = token.group().strip();
      if (token.group(1) != null) {
        next();
        return new Form(Map.of(read, BigDecimal.ONE), BigDecimal.ZERO);
      }
      if (token.group(2) != null) {
        next();
        return new Form(Map.of(), new BigDecimal(read));
      }
      if (is("-")) {
        next();
        return factor().times(BigDecimal.ONE.negate());
      }
      if (!is("(")) {
        throw unexpected("a measure, a number or '('");
      }
      next();
      Form inside = sum();
      if (!is(")")) {
        throw unexpected("')'");
      }
      next();
      return inside;
    }

    private Form multiply(Form left, Form right) {
      if (!left.terms.isEmpty() && !right.terms.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + text + "' multiplies measures; multiply with constants only");
      }
      return left.terms.isEmpty() ? right.times(left.constant) : left.times(right.constant);
    }

    private Form divide(Form left, Form right) {
      if (!right.terms.isEmpty()) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "' divides by a measure, which does not add up over regions; write what is below"
                + " the line as denominator");
      }
      if (right.constant.signum() == 0) {
        throw new IllegalArgumentException("'" + text + "' divides by zero");
      }
      try {
        return left.times(BigDecimal.ONE.divide(right.constant));
      } catch (ArithmeticException endless) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "' divides by "
                + right.constant
                + ", which has no exact decimal; put the constant on the other side of the line",
            endless);
      }
    }

    private boolean is(String symbol) {
      return token.group().strip().equals(symbol);
    }

    private void next() {
      token.lookingAt();
      token.region(token.end(), text.length());
    }

    private IllegalArgumentException unexpected(String wanted) {
      String found = is("") ? "the end" : "'" + token.group().strip() + "'";
      return new IllegalArgumentException(
          "'" + text + "' cannot be read: " + found + " where " + wanted + " is expected");
    }
  }
}
