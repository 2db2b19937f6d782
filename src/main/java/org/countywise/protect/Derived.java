package org.countywise.protect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Fills in atoms that stand in no row of their own and follow from rows that have others too. */
record Derived(Truth truth, List<Column> columns) {
  private static final int SCALE = 6;

  void fill() {
    boolean found = true;
    while (found) {
      found = false;
      for (Column column : columns) {
        for (int unit = 0; unit < column.own.length; unit++) {
          found |= fill(column, unit);
        }
      }
    }
  }

  private boolean fill(Column column, int unit) {
    Line own = column.own[unit];
    if (own == null) {
      BigDecimal beneath = column.whole() ? null : BigDecimal.ZERO;
      return column.absent(unit) && fill(column, unit, BigDecimal.ZERO, beneath);
    }
    return fill(column, unit, own.cell.numerator(), own.cell.denominator());
  }

  private boolean fill(Column column, int unit, BigDecimal numerator, BigDecimal denominator) {
    boolean above = solve(column.numerator, numerator, unit);
    boolean below = solve(column.denominator, denominator, unit);
    return above || below;
  }

  /** Finds the one atom of a form that is not known yet. */
  private boolean solve(Shift form, BigDecimal sum, int unit) {
    if (sum == null) {
      return false;
    }
    int unknown = -1;
    BigDecimal rest = sum;
    for (int i = 0; i < form.atoms().length; i++) {
      BigDecimal value = truth.of(form.atoms()[i], unit);
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
    truth.set(form.atoms()[unknown], unit, rest.divide(by, SCALE, RoundingMode.HALF_UP));
    return true;
  }
}
