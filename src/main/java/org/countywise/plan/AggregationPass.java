package org.countywise.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Views that are measured in one pass over the rows of a scan, with the tallies they share.
 *
 * @param views at least one, but for a scan that is only checked
 */
public record AggregationPass(List<View> views, List<View.Tally> tallies) {
  /** The fewest passes in which no two views mean different tallies by one name; at least one. */
  static List<AggregationPass> of(List<View> views) {
    List<AggregationPass> passes = new ArrayList<>();
    List<View> waiting = views;
    do {
      Map<String, View.Tally> tallies = new LinkedHashMap<>();
      List<View> taken = new ArrayList<>();
      List<View> left = new ArrayList<>();
      for (View view : waiting) {
        (fits(view.tallies(), tallies) ? taken : left).add(view);
      }
      passes.add(new AggregationPass(List.copyOf(taken), List.copyOf(tallies.values())));
      waiting = left;
    } while (!waiting.isEmpty());
    return List.copyOf(passes);
  }

  /** Adds the tallies where none of them contradicts. */
  private static boolean fits(Collection<View.Tally> wanted, Map<String, View.Tally> known) {
    if (wanted.stream().anyMatch(t -> !known.getOrDefault(t.name(), t).equals(t))) {
      return false;
    }
    wanted.forEach(tally -> known.put(tally.name(), tally));
    return true;
  }
}
