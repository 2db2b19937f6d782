package org.countywise.disclosure;

import java.math.BigDecimal;

/**
 * What is left of a whole: in no unit below zero, as everybody knows.
 *
 * @param rest the whole minus its part
 */
record Bound(LinearForm rest) {

  /** Whether it holds in every unit as far as its numbers are known. */
  boolean holds(MicroTotals totals) {
    for (int unit = 0; unit < totals.units.size(); unit++) {
      BigDecimal left = totals.of(rest, unit);
      if (left != null && left.signum() < 0) {
        return false;
      }
    }
    return true;
  }

  /** How much a unit has left; null where that is not known. */
  BigDecimal left(MicroTotals totals, int unit) {
    return totals.of(rest, unit);
  }
}
