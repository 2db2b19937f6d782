package org.countywise.protect;

import java.math.BigDecimal;

/** How much of the opposite of a change the units can take. */
record Room(Board board, Shift change) {

  /** The largest amount up to a limit that a unit can take; 0 where it can take none. */
  double of(int unit, double limit) {
    if (!Changes.keeps(board, unit, change)) {
      return 0;
    }
    double room = limit;
    for (int i = 0; i < change.atoms().length && room > 0; i++) {
      room = Math.min(room, of(unit, change.atoms()[i], change.by()[i], limit));
    }
    // Whole people: a part of one would be no other truth.
    return limit == Math.rint(limit) ? Math.floor(room + Shift.EPSILON) : room;
  }

  private double of(int unit, int atom, double by, double limit) {
    BigDecimal value = board.truth.of(atom, unit);
    if (value == null) {
      return 0;
    }
    boolean bounded = by > 0 && board.truth.neverNegative(atom);
    double room = bounded ? value.doubleValue() / by : limit;
    for (Column column : board.columns(atom)) {
      if (column.absent(unit, atom)) {
        return 0;
      }
      room = Math.min(room, slack(column, unit, limit));
    }
    return room;
  }

  /** What a unit can take until its numerator is as large as its denominator. */
  private double slack(Column column, int unit, double limit) {
    double by = column.bounded() ? column.slack().times(change) : 0;
    BigDecimal slack = by > 0 ? board.truth.of(column.slack(), unit) : null;
    return slack == null ? limit : Math.max(0, slack.doubleValue()) / by;
  }
}
