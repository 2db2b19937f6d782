package org.countywise.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** How numbers go from month to month: the least is the lowest bar, the greatest the highest. */
final class Sparkline {
  /** Stands where there is no number, which is not zero. */
  static final char MISSING = '·';

  private static final String BARS = "▁▂▃▄▅▆▇";

  private Sparkline() {}

  /** A bar for each number, a point where there is none; numbers that are all the same lie low. */
  static String of(List<BigDecimal> values) {
    List<BigDecimal> known = values.stream().filter(Objects::nonNull).sorted().toList();
    StringBuilder line = new StringBuilder();
    for (BigDecimal value : values) {
      line.append(value == null ? MISSING : bar(value, known));
    }
    return line.toString();
  }

  private static char bar(BigDecimal value, List<BigDecimal> known) {
    BigDecimal least = known.get(0);
    BigDecimal span = known.get(known.size() - 1).subtract(least);
    if (span.signum() == 0) {
      return BARS.charAt(0);
    }
    BigDecimal steps = BigDecimal.valueOf(BARS.length() - 1);
    return BARS.charAt(
        value.subtract(least).multiply(steps).divide(span, 0, RoundingMode.HALF_UP).intValue());
  }
}
