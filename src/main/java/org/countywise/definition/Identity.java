package org.countywise.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum that is zero in every unit, as in <code>migrants - at_home - migrants[province=44]</code>.
 *
 * @param terms in the order of their first mention
 */
public record Identity(List<Term> terms) {
  private static final Pattern BROKEN_DOWN =
      Pattern.compile("([a-z][a-z0-9_]*)\\[([a-z][a-z0-9_]*)=([^\\[\\]=]+)\\]");
  private static final String STAND_IN = "broken_down_number_";

  /**
   * A measure, or one value of its breakdown.
   *
   * @param dimension name of the breakdown, empty for the total
   * @param value of the breakdown; <code>{2}</code> for the first two digits of the unit's code
   */
  public record Term(String measure, String dimension, String value, BigDecimal coefficient) {}

  /**
   * Reads a sum.
   *
   * @throws IllegalArgumentException saying what is not linear
   */
  public static Identity of(String text) {
    Map<String, Matcher> standIns = new LinkedHashMap<>();
    StringBuilder plain = new StringBuilder();
    Matcher found = BROKEN_DOWN.matcher(text);
    int at = 0;
    while (found.find()) {
      String name = STAND_IN + standIns.size();
      Matcher each = BROKEN_DOWN.matcher(found.group());
      each.matches();
      standIns.put(name, each);
      plain.append(text, at, found.start()).append(name);
      at = found.end();
    }
    plain.append(text.substring(at));
    return new Identity(terms(linear(plain.toString(), standIns), standIns));
  }

  private static Linear linear(String plain, Map<String, Matcher> standIns) {
    try {
      return Linear.of(plain);
    } catch (IllegalArgumentException notLinear) {
      String message = notLinear.getMessage();
      for (Map.Entry<String, Matcher> standIn : standIns.entrySet()) {
        message = message.replace(standIn.getKey(), standIn.getValue().group());
      }
      throw new IllegalArgumentException(message, notLinear);
    }
  }

  private static List<Term> terms(Linear linear, Map<String, Matcher> standIns) {
    List<Term> terms = new ArrayList<>();
    linear
        .terms()
        .forEach(
            (name, coefficient) -> {
              Matcher of = standIns.get(name);
              terms.add(
                  of == null
                      ? new Term(name, "", "", coefficient)
                      : new Term(of.group(1), of.group(2), of.group(3), coefficient));
            });
    return List.copyOf(terms);
  }
}
