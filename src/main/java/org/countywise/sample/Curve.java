package org.countywise.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A stock over time: known at the end of some months, a straight line between them, flat outside.
 */
final class Curve {
  private final int start;
  private final double[] values;

  private Curve(int start, double[] values) {
    this.start = start;
    this.values = values;
  }

  /**
   * Reads a curve as {@code "2019-12 2544700, 2020-04 2613500"}: months with their values.
   *
   * @throws java.time.format.DateTimeParseException if a month is not written as yyyy-MM
   */
  static Curve of(String points) {
    NavigableMap<Integer, Double> known = new TreeMap<>();
    for (String point : points.split(",\\s*", -1)) {
      String[] parts = point.trim().split("\\s+", 2);
      known.put(Month.of(YearMonth.parse(parts[0])).ordinal(), Double.valueOf(parts[1]));
    }
    double[] values = new double[known.lastKey() - known.firstKey() + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = interpolate(known, known.firstKey() + i);
    }
    return new Curve(known.firstKey(), values);
  }

  private static double interpolate(NavigableMap<Integer, Double> known, int month) {
    Map.Entry<Integer, Double> before = known.floorEntry(month);
    Map.Entry<Integer, Double> after = known.ceilingEntry(month);
    int gap = after.getKey() - before.getKey();
    double part = gap == 0 ? 0 : (month - before.getKey()) / (double) gap;
    return before.getValue() + part * (after.getValue() - before.getValue());
  }

  /** The same curve with every value divided. */
  Curve dividedBy(double divisor) {
    double[] parts = values.clone();
    for (int i = 0; i < parts.length; i++) {
      parts[i] /= divisor;
    }
    return new Curve(start, parts);
  }

  /** The value at the end of a month. */
  double at(int month) {
    return values[Math.max(0, Math.min(values.length - 1, month - start))];
  }

  /**
   * The first month whose value is above the level, on a curve that never falls; {@link
   * Integer#MAX_VALUE} if none is.
   */
  int firstAbove(double level) {
    if (values[values.length - 1] <= level) {
      return Integer.MAX_VALUE;
    }
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] > level) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return start + low;
  }

  /**
   * The day a rising curve passes the level, at a chance within its month; null if it never does.
   */
  LocalDate dayAbove(double level, double chance) {
    int month = firstAbove(level);
    return month == Integer.MAX_VALUE ? null : Month.of(month).day(chance);
  }

  /**
   * The first month of the run of months above the level that the given month, itself above it,
   * ends.
   */
  int runStart(double level, int month) {
    int first = month;
    while (first > start && at(first - 1) > level) {
      first--;
    }
    return first;
  }
}
