package org.countywise.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact number that may be no decimal, as a third.
 *
 * @param under never zero
 */
public record Ratio(BigDecimal over, BigDecimal under) {
  public Ratio {
    if (under.signum() == 0) {
      throw new IllegalArgumentException("a ratio with a base of zero");
    }
  }

  /** A decimal. */
  public static Ratio of(BigDecimal number) {
    return new Ratio(number, BigDecimal.ONE);
  }

  Ratio plus(Ratio other) {
    return new Ratio(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Ratio minus(Ratio other) {
    return plus(other.times(BigDecimal.ONE.negate()));
  }

  Ratio times(BigDecimal factor) {
    return new Ratio(over.multiply(factor), under);
  }

  /** This, divided by what is not zero. */
  Ratio dividedBy(Ratio other) {
    return new Ratio(over.multiply(other.under), under.multiply(other.over));
  }

  boolean isZero() {
    return over.signum() == 0;
  }

  /** The nearest multiple of a unit, the one further from zero where two are as near. */
  public BigDecimal roundedTo(BigDecimal unit) {
    return over.divide(under.multiply(unit), 0, RoundingMode.HALF_UP).multiply(unit);
  }
}
