package org.countywise.protect;

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
record Move(Shift change, int[] units, double[] amounts) {

  /** A change in one unit alone, so that the regions above have it too. */
  static Move alone(Shift change, int unit, double amount) {
    return new Move(change, new int[] {unit}, new double[] {amount});
  }

  /** A change in one unit and its opposite in another. */
  static Move between(Shift change, int unit, int other, double amount) {
    return new Move(change, new int[] {unit, other}, new double[] {amount, -amount});
  }

  /** How much of the change a row has. */
  double in(Line line) {
    double sum = 0;
    for (int i = 0; line.members != null && i < units.length; i++) {
      sum += Target.has(line, units[i]) ? amounts[i] : 0;
    }
    return Math.abs(sum) < Shift.EPSILON ? 0 : sum;
  }

  /** The rows that would read otherwise, and so must be hidden. */
  List<Line> lines(Board board) {
    List<Line> lines = new ArrayList<>();
    for (Column column : board.showing(change)) {
      lines(column, lines);
    }
    return lines;
  }

  /** The same in one column. */
  void lines(Column column, List<Line> lines) {
    for (int unit : units) {
      if (column.own[unit] != null) {
        lines.add(column.own[unit]);
      }
    }
    for (int i = 0; i < units.length; i++) {
      for (Line above : column.above.get(units[i])) {
        if (first(column, above, i) && sum(column, above, i) != 0) {
          lines.add(above);
        }
      }
    }
  }

  private boolean first(Column column, Line above, int at) {
    for (int i = 0; i < at; i++) {
      if (column.above.get(units[i]).contains(above)) {
        return false;
      }
    }
    return true;
  }

  private double sum(Column column, Line above, int from) {
    double sum = 0;
    for (int i = from; i < units.length; i++) {
      sum += column.above.get(units[i]).contains(above) ? amounts[i] : 0;
    }
    return Math.abs(sum) < Shift.EPSILON ? 0 : sum;
  }

  /** What it costs to hide what would read otherwise, or the limit where it is as much. */
  long cost(List<Column> columns, long limit) {
    long cost = 0;
    List<Line> lines = new ArrayList<>();
    for (Column column : columns) {
      lines.clear();
      lines(column, lines);
      for (Line line : lines) {
        cost += line.cost();
      }
      if (cost >= limit) {
        return limit;
      }
    }
    return cost;
  }
}
