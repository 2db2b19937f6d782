package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which numbers everybody knows to be no larger than others. */
final class Bounds {
  private final SuppressionProblem problem;
  private final Map<String, Bound> bounds = new LinkedHashMap<>();

  private Bounds(SuppressionProblem problem) {
    this.problem = problem;
  }

  /** Those of a board that hold in every unit. */
  static List<Bound> of(SuppressionProblem problem) {
    Bounds bounds = new Bounds(problem);
    for (IndicatorSlice slice : problem.slices) {
      if (slice.bounded()) {
        bounds.add(slice.slack());
      }
    }
    bounds.wholes();
    return new ArrayList<>(bounds.bounds.values());
  }

  private void add(LinearForm rest) {
    Bound bound = new Bound(rest);
    if (bound.holds(problem.totals)) {
      boolean up = rest.of(Arrays.stream(rest.atoms()).min().orElseThrow()) > 0;
      bounds.putIfAbsent(rest.key() + up, bound);
    }
  }

  /**
   * What is counted once may stand in several parts of a breakdown: none of them is above the
   * whole, and together they are not below it. Parts that add up say so by their identity.
   */
  private void wholes() {
    MicroTotals totals = problem.totals;
    Map<String, LinearForm> together = new TreeMap<>();
    for (int part = 0; part < totals.size(); part++) {
      Variable of = totals.atom(part);
      int whole = totals.nearest(new Variable(of.measure(), of.month(), "", of.seen()));
      if (!of.breakdown().isEmpty() && whole >= 0 && !adds(of, part)) {
        add(LinearForm.of(whole, 1).with(part, -1));
        String key = String.join("\t", of.measure(), of.month(), of.seen(), dimension(of));
        together.merge(
            key, LinearForm.of(whole, -1).with(part, 1), (all, one) -> all.with(one.atoms()[1], 1));
      }
    }
    together.values().forEach(this::add);
  }

  private boolean adds(Variable part, int id) {
    String name = Identity.name(part.measure(), dimension(part));
    return problem.identities(id).stream().anyMatch(identity -> identity.name().equals(name));
  }

  private static String dimension(Variable part) {
    return part.breakdown().substring(0, part.breakdown().indexOf('='));
  }
}
