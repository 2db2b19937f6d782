package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Another truth that looks the same to readers: some numbers of one unit are more or less, and
 * those of other units the other way round.
 *
 * @param change of the atoms, per unit of the amounts
 * @param units where it happens, each once
 * @param amounts how much of it happens there, negative for the opposite
 */
@SuppressWarnings("ArrayRecordComponent") // private to the room, never compared
record AlternativeSolution(LinearForm change, int[] units, double[] amounts) {

  /** A change in one unit alone, so that the regions above have it too. */
  static AlternativeSolution alone(LinearForm change, int unit, double amount) {
    return new AlternativeSolution(change, new int[] {unit}, new double[] {amount});
  }

  /** A change in one unit and its opposite in another. */
  static AlternativeSolution between(LinearForm change, int unit, int other, double amount) {
    return new AlternativeSolution(change, new int[] {unit, other}, new double[] {amount, -amount});
  }

  /** How much of the change a row has. */
  double in(TableRow tableRow) {
    double sum = 0;
    for (int i = 0; tableRow.members != null && i < units.length; i++) {
      sum += SensitiveCell.has(tableRow, units[i]) ? amounts[i] : 0;
    }
    return Math.abs(sum) < LinearForm.EPSILON ? 0 : sum;
  }

  /** The rows that would read otherwise, and so must be hidden. */
  List<TableRow> lines(SuppressionProblem problem) {
    List<TableRow> tableRows = new ArrayList<>();
    for (IndicatorSlice slice : problem.showing(change)) {
      lines(slice, tableRows);
    }
    return tableRows;
  }

  /** The same in one column. */
  void lines(IndicatorSlice slice, List<TableRow> tableRows) {
    for (int unit : units) {
      if (slice.own[unit] != null) {
        tableRows.add(slice.own[unit]);
      }
    }
    for (int i = 0; i < units.length; i++) {
      for (TableRow above : slice.above.get(units[i])) {
        if (first(slice, above, i) && sum(slice, above, i) != 0) {
          tableRows.add(above);
        }
      }
    }
  }

  private boolean first(IndicatorSlice slice, TableRow above, int at) {
    for (int i = 0; i < at; i++) {
      if (slice.above.get(units[i]).contains(above)) {
        return false;
      }
    }
    return true;
  }

  private double sum(IndicatorSlice slice, TableRow above, int from) {
    double sum = 0;
    for (int i = from; i < units.length; i++) {
      sum += slice.above.get(units[i]).contains(above) ? amounts[i] : 0;
    }
    return Math.abs(sum) < LinearForm.EPSILON ? 0 : sum;
  }

  /** What it costs to hide what would read otherwise, or the limit where it is as much. */
  long cost(List<IndicatorSlice> slices, long limit) {
    long cost = 0;
    List<TableRow> tableRows = new ArrayList<>();
    for (IndicatorSlice slice : slices) {
      tableRows.clear();
      lines(slice, tableRows);
      for (TableRow tableRow : tableRows) {
        cost += tableRow.cost();
      }
      if (cost >= limit) {
        return limit;
      }
    }
    return cost;
  }
}
