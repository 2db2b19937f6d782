package org.countywise.disclosure;

import java.math.BigDecimal;

/** How much of the opposite of a change the units can take. */
record Slack(SuppressionProblem problem, LinearForm change) {

  /** The largest amount up to a limit that a unit can take; 0 where it can take none. */
  double slackOf(int unit, double limit) {
    if (!Changes.keeps(problem, unit, change)) {
      return 0;
    }
    double room = limit;
    for (int i = 0; i < change.atoms().length && room > 0; i++) {
      room = Math.min(room, slackOf(unit, change.atoms()[i], change.by()[i], limit));
    }
    // Whole people: a part of one would be no other truth.
    return limit == Math.rint(limit) ? Math.floor(room + LinearForm.EPSILON) : room;
  }

  private double slackOf(int unit, int atom, double by, double limit) {
    BigDecimal value = problem.totals.of(atom, unit);
    if (value == null || problem.totals.isNought(atom, unit)) {
      return 0;
    }
    double least = problem.totals.least(atom, unit);
    double room = by > 0 ? Math.max(0, value.doubleValue() - least) / by : limit;
    for (IndicatorSlice slice : problem.columns(atom)) {
      if (slice.absent(unit, atom)) {
        return 0;
      }
    }
    for (Bound bound : problem.bounds(atom)) {
      room = Math.min(room, left(bound, unit, limit));
    }
    return room;
  }

  /** What a unit can take until nothing is left of a whole. */
  private double left(Bound bound, int unit, double limit) {
    double by = bound.rest().times(change);
    BigDecimal left = by > 0 ? bound.left(problem.totals, unit) : null;
    return left == null ? limit : Math.max(0, left.doubleValue()) / by;
  }
}
