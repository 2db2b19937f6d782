package org.countywise.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Fills in atoms that stand in no row of their own and follow from rows that have others too. */
record Derived(MicroTotals totals, List<IndicatorSlice> slices) {
  private static final int SCALE = 6;

  void fill() {
    boolean found = true;
    while (found) {
      found = false;
      for (IndicatorSlice slice : slices) {
        for (int unit = 0; unit < slice.own.length; unit++) {
          found |= fill(slice, unit);
        }
      }
    }
  }

  private boolean fill(IndicatorSlice slice, int unit) {
    TableRow own = slice.own[unit];
    if (own == null) {
      BigDecimal beneath = slice.whole() ? null : BigDecimal.ZERO;
      return slice.absent(unit) && fill(slice, unit, BigDecimal.ZERO, beneath);
    }
    return fill(slice, unit, own.cell.numerator(), own.cell.denominator());
  }

  private boolean fill(
      IndicatorSlice slice, int unit, BigDecimal numerator, BigDecimal denominator) {
    boolean above = solve(slice.numerator, numerator, unit);
    boolean below = solve(slice.denominator, denominator, unit);
    return above || below;
  }

  /** Finds the one atom of a form that is not known yet. */
  private boolean solve(LinearForm form, BigDecimal sum, int unit) {
    if (sum == null) {
      return false;
    }
    int unknown = -1;
    BigDecimal rest = sum;
    for (int i = 0; i < form.atoms().length; i++) {
      BigDecimal value = totals.of(form.atoms()[i], unit);
      if (value != null) {
        rest = rest.subtract(value.multiply(BigDecimal.valueOf(form.by()[i])));
      } else if (unknown >= 0) {
        return false;
      } else {
        unknown = i;
      }
    }
    if (unknown < 0) {
      return false;
    }
    BigDecimal by = BigDecimal.valueOf(form.by()[unknown]);
    totals.set(form.atoms()[unknown], unit, rest.divide(by, SCALE, RoundingMode.HALF_UP));
    return true;
  }
}
