package org.countywise.sink;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** How many decimals of a value are shown; the value itself is never rounded. */
final class Decimals {
  private static final Set<String> OF_TWO = Set.of("percent", "yuan");
  private static final int MOST = 6;

  private Decimals() {}

  /** Two of shares and money, else as many as the value has, at most six. */
  static int of(String unit, double value) {
    return OF_TWO.contains(unit) ? 2 : of(BigDecimal.valueOf(value));
  }

  /** As many as it has, at most six. */
  static int of(BigDecimal value) {
    BigDecimal shown = value.setScale(MOST, RoundingMode.HALF_UP).stripTrailingZeros();
    return Math.max(0, shown.scale());
  }
}
