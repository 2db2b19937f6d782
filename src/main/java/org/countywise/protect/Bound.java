package org.countywise.protect;

import java.math.BigDecimal;

/**
 * What is left of a whole: in no unit below zero, as everybody knows.
 *
 * @param rest the whole minus its part
 */
record Bound(Shift rest) {

  /** Whether it holds in every unit as far as its numbers are known. */
  boolean holds(Truth truth) {
    for (int unit = 0; unit < truth.units.size(); unit++) {
      BigDecimal left = truth.of(rest, unit);
      if (left != null && left.signum() < 0) {
        return false;
      }
    }
    return true;
  }

  /** How much a unit has left; null where that is not known. */
  BigDecimal left(Truth truth, int unit) {
    return truth.of(rest, unit);
  }
}
