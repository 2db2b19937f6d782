package org.countywise.cube;

import java.io.Serializable;

/**
 * What the units below a region, itself included, lack of an indicator.
 *
 * @param expected units that should deliver
 * @param absent those that lack data
 * @param absentNumerator those that lack data of the numerator
 * @param absentDenominator those that lack data of the denominator
 * @param everywhere whether every expected unit of the period lacks data
 * @param history whether some unit lacks only months before the period: the history does not reach
 *     back
 */
public record Absence(
    long expected,
    long absent,
    long absentNumerator,
    long absentDenominator,
    boolean everywhere,
    boolean history)
    implements Serializable {
  /** Nothing lacks. */
  public static final Absence NONE = new Absence(1, 0, 0, 0, false, false);

  /** Whether no unit has all the data. */
  boolean isTotal() {
    return absent == expected;
  }

  /** Whether a part of the value is there and shown all the same: a history not yet whole. */
  boolean shows(Side side, Region region) {
    long without = side == Side.NUMERATOR ? absentNumerator : absentDenominator;
    return history && (everywhere || !region.unit().isEmpty()) && without < expected;
  }
}
