package org.countywise.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them; rounding is for the eye only. */
final class Numbers {
  /** Stands where there is no value. */
  static final String NONE = "–";

  private Numbers() {}

  /** A value with as many decimals as its unit bears: {@code 12,345}, {@code 116.20}. */
  static String of(BigDecimal value, String unit) {
    if (value == null) {
      return NONE;
    }
    return switch (unit) {
      case "percent", "yuan", "mu" -> pattern("#,##0.00").format(value);
      default -> exact(value.setScale(2, RoundingMode.HALF_UP));
    };
  }

  /** An exact number in full, without zeros at its end. */
  static String exact(BigDecimal value) {
    return value == null ? NONE : pattern("#,##0.######").format(value);
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
