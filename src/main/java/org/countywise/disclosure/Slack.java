package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** How much of the opposite of a change the units can take. */
final class Slack {
  private final SuppressionProblem problem;
  private final LinearForm change;
  private final List<Identity> breakable;
  private final List<List<Taken>> taken;

  Slack(SuppressionProblem problem, LinearForm change) {
    this.problem = problem;
    this.change = change;
    this.breakable =
        Arrays.stream(change.atoms())
            .boxed()
            .flatMap(atom -> problem.identities(atom).stream())
            .distinct()
            .filter(identity -> identity.mayBreak(change))
            .toList();
    this.taken = Arrays.stream(change.atoms()).mapToObj(this::taken).toList();
  }

  /** A bound of which every unit of the change takes so much. */
  private record Taken(Bound bound, double by) {}

  private List<Taken> taken(int atom) {
    return problem.bounds(atom).stream()
        .map(bound -> new Taken(bound, bound.rest().times(change)))
        .filter(of -> of.by() > 0)
        .toList();
  }

  /** The largest amount up to a limit that a unit can take; 0 where it can take none. */
  double slackOf(int unit, double limit) {
    for (Identity identity : breakable) {
      if (identity.holds(unit) && identity.form(unit).times(change) != 0) {
        return 0;
      }
    }
    double room = limit;
    for (int i = 0; i < change.atoms().length && room > 0; i++) {
      room = Math.min(room, slackOf(unit, i, limit));
    }
    // Whole people: a part of one would be no other truth.
    return limit == Math.rint(limit) ? Math.floor(room + LinearForm.EPSILON) : room;
  }

  private double slackOf(int unit, int at, double limit) {
    int atom = change.atoms()[at];
    double by = change.by()[at];
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
    for (Taken of : taken.get(at)) {
      room = Math.min(room, left(of, unit, limit));
    }
    return room;
  }

  /** What a unit can take until nothing is left of a whole. */
  private double left(Taken of, int unit, double limit) {
    BigDecimal left = of.bound().left(problem.totals, unit);
    return left == null ? limit : Math.max(0, left.doubleValue()) / of.by();
  }
}
