package org.countywise.claim;

import java.math.BigDecimal;

/**
 * A number as somebody stated it.
 *
 * @param unit what it was rounded to, half up
 */
public record Stated(BigDecimal number, BigDecimal unit) {

  /** A number as it is written; without a unit it was rounded to its last digit. */
  static Stated of(String number, String unit) {
    BigDecimal written = new BigDecimal(number);
    BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(Math.max(0, written.scale()));
    return new Stated(written, unit == null ? lastDigit : new BigDecimal(unit));
  }

  /** Whether an exact number comes to it. */
  boolean holds(Ratio exact) {
    return exact.roundedTo(unit).compareTo(number) == 0;
  }

  /** Whether some number between two comes to it, both included. */
  boolean holdsBetween(Ratio one, Ratio other) {
    BigDecimal a = one.roundedTo(unit);
    BigDecimal b = other.roundedTo(unit);
    return a.min(b).compareTo(number) <= 0 && a.max(b).compareTo(number) >= 0;
  }
}
