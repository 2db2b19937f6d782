package org.countywise.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Numbers as people read them; rounding is for the eye only. */
final class Numbers {
  /** Stands where there is no value. */
  static final String NONE = "–";

  private static final Set<String> ROUNDED = Set.of("percent", "yuan", "mu");
  private static final int USUAL = 2;
  private static final int FRACTION = 4;
  private static final int MOST = 9;

  private Numbers() {}

  /** A value with as many decimals as its unit bears: {@code 12,345}, {@code 116.20}. */
  static String of(BigDecimal value, String unit) {
    return of(value, unit, USUAL);
  }

  /**
   * Decimals that tell different values of one column apart, and a small one from zero; at least
   * those that the unit bears.
   */
  static int decimals(Collection<BigDecimal> values, String unit) {
    boolean fractions =
        !ROUNDED.contains(unit)
            && values.stream()
                .anyMatch(v -> v.signum() != 0 && v.abs().compareTo(BigDecimal.ONE) < 0);
    Set<BigDecimal> exact = distinct(values, MOST);
    int decimals = fractions ? FRACTION : USUAL;
    while (decimals < MOST && distinct(values, decimals).size() < exact.size()) {
      decimals++;
    }
    return decimals;
  }

  private static Set<BigDecimal> distinct(Collection<BigDecimal> values, int decimals) {
    Set<BigDecimal> distinct = new HashSet<>(Set.of(BigDecimal.ZERO.setScale(decimals)));
    values.forEach(value -> distinct.add(value.setScale(decimals, RoundingMode.HALF_UP)));
    return distinct;
  }

  /** A value with so many decimals. */
  static String of(BigDecimal value, String unit, int decimals) {
    if (value == null) {
      return NONE;
    }
    String places = (ROUNDED.contains(unit) ? "0" : "#").repeat(decimals);
    return pattern("#,##0." + places).format(value);
  }

  /** An exact number in full, without zeros at its end. */
  static String exact(BigDecimal value) {
    return value == null ? NONE : pattern("#,##0.######").format(value);
  }

  /** A number with all of so many decimals, as somebody else wrote it. */
  static String fixed(BigDecimal value, int decimals) {
    return pattern(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals)).format(value);
  }

  /** A count. */
  static String of(long count) {
    return pattern("#,##0").format(count);
  }

  private static DecimalFormat pattern(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** The unit in a head: {@code %} for percent. */
  static String sign(String unit) {
    return "percent".equals(unit) ? "%" : unit;
  }
}
