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
    if (value == null || board.truth.isNought(atom, unit)) {
      return 0;
    }
    double least = board.truth.least(atom, unit);
    double room = by > 0 ? Math.max(0, value.doubleValue() - least) / by : limit;
    for (Column column : board.columns(atom)) {
      if (column.absent(unit, atom)) {
        return 0;
      }
    }
    for (Bound bound : board.bounds(atom)) {
      room = Math.min(room, left(bound, unit, limit));
    }
    return room;
  }

  /** What a unit can take until nothing is left of a whole. */
  private double left(Bound bound, int unit, double limit) {
    double by = bound.rest().times(change);
    BigDecimal left = by > 0 ? bound.left(board.truth, unit) : null;
    return left == null ? limit : Math.max(0, left.doubleValue()) / by;
  }
}
