package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.plan.Disclosure;

/** What everybody knows to be equal, in the rows as they are now and in those of each vintage. */
record Identities(Disclosure disclosure, MicroTotals totals) {

  List<Identity> all() {
    List<Identity> all = new ArrayList<>();
    Map<String, TreeSet<String>> months = new TreeMap<>();
    for (Variable variable : totals.variables()) {
      months.computeIfAbsent("", any -> new TreeSet<>()).add(variable.month());
      if (variable.isOld()) {
        months.computeIfAbsent(variable.seen(), any -> new TreeSet<>()).add(variable.month());
      }
    }
    months.forEach((seen, of) -> of.forEach(month -> known(new Sight(month, seen), all)));
    same(all);
    return all;
  }

  /** A month, seen from somewhere. */
  record Sight(String month, String seen) {}

  private void known(Sight sight, List<Identity> all) {
    disclosure.identities().forEach(of -> all.add(Identity.of(of, sight, totals)));
    disclosure
        .partitions()
        .forEach(
            (measure, dimensions) ->
                dimensions.stream()
                    .filter(of -> !totals.parts(measure, sight, of).isEmpty())
                    .forEach(of -> all.add(Identity.partition(measure, of, sight, totals))));
  }

  /** A number is the same wherever it is seen from, in units where nothing of it changed. */
  private void same(List<Identity> all) {
    Map<Variable, List<Integer>> seen = new TreeMap<>();
    for (int i = 0; i < totals.size(); i++) {
      Variable variable = totals.atom(i);
      seen.computeIfAbsent(variable.from(""), any -> new ArrayList<>()).add(i);
    }
    for (List<Integer> sights : seen.values()) {
      for (int i = 0; i < sights.size(); i++) {
        for (int j = i + 1; j < sights.size(); j++) {
          if (isTied(totals.atom(sights.get(i)), totals.atom(sights.get(j)))) {
            all.add(Identity.same(sights.get(i), sights.get(j), totals));
          }
        }
      }
    }
  }

  private static boolean isTied(Variable one, Variable other) {
    return one.seen().isEmpty() || other.seen().isEmpty() || one.isOld() || other.isOld();
  }
}
