package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;

/** Measures that stand in one indicator or identity; what has nothing to do with people is left. */
record RelatedIndicators(Disclosure disclosure) {

  /** Indicators whose measures are, over any number of steps, kin to a count of people. */
  List<Disclosure.Rule> ofPeople() {
    Map<String, Set<String>> kin = new HashMap<>();
    disclosure.rules().forEach(rule -> join(measures(rule), kin));
    disclosure
        .identities()
        .forEach(i -> join(i.items().stream().map(Disclosure.Item::measure).toList(), kin));
    disclosure.amounts().forEach((amount, people) -> join(List.of(amount, people), kin));
    return disclosure.rules().stream()
        .filter(rule -> !measures(rule).isEmpty())
        .filter(
            rule -> kin.get(measures(rule).get(0)).stream().anyMatch(disclosure.people()::contains))
        .toList();
  }

  private static List<String> measures(Disclosure.Rule rule) {
    return Stream.of(rule.indicator().numerator(), rule.indicator().denominator())
        .flatMap(side -> side.terms().stream())
        .map(Derivation.Term::measure)
        .toList();
  }

  private static void join(List<String> measures, Map<String, Set<String>> kin) {
    Set<String> all = new HashSet<>(measures);
    for (String measure : measures) {
      all.addAll(kin.getOrDefault(measure, Set.of()));
    }
    new ArrayList<>(all).forEach(measure -> kin.put(measure, all));
  }
}
