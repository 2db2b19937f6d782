package org.countywise.compile;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;
import org.countywise.plan.Scan;
import org.countywise.plan.Watch;

/**
 * Resolves the early warning of some definitions.
 *
 * @param scans what is measured of its alerts, among others
 */
record WatchPlanner(DefinitionIndex definitionIndex, ScanPlanner scans) {

  /**
   * The watch.
   *
   * @param derivations what is made of measures
   */
  Watch watch(List<Derivation> derivations) {
    Family family = definitionIndex.watching().orElseThrow();
    org.countywise.definition.Watch watch = family.watch();
    return new Watch(
        family.family(),
        definitionIndex.views().get(watch.view()).from(),
        new Views(definitionIndex).rows(watch.view()),
        watch.key(),
        watch.answers(),
        watch.assistance(),
        reads(watch.view()),
        watch.rules().entrySet().stream().map(r -> rule(r.getKey(), r.getValue())).toList(),
        alerts(derivations));
  }

  private Map<String, Set<String>> reads(String view) {
    Map<String, Set<String>> reads = new LinkedHashMap<>();
    definitionIndex
        .views()
        .get(view)
        .join()
        .forEach(
            (name, join) -> {
              Set<String> known = new TreeSet<>();
              new Readings(definitionIndex)
                  .of(join).stream()
                      .map(Readings.Reading::need)
                      .filter(need -> need.months() == Months.THIS)
                      .map(Derivation.Need::dataset)
                      .filter(of -> definitionIndex.datasets().get(of).hasPeriods())
                      .forEach(known::add);
              if (!known.isEmpty()) {
                reads.put(name, known);
              }
            });
    return reads;
  }

  private Scan alerts(List<Derivation> derivations) {
    Dataset made =
        definitionIndex.datasets().values().stream()
            .filter(Readings::makes)
            .findFirst()
            .orElseThrow();
    Set<String> names = scans.measured(made);
    Set<Months> months = EnumSet.of(Months.THIS);
    for (Derivation derivation : derivations) {
      for (Derivation.Side side : List.of(derivation.numerator(), derivation.denominator())) {
        side.terms().stream()
            .filter(term -> names.contains(term.measure()))
            .forEach(term -> months.add(term.months()));
      }
    }
    return scans.scan(made, months);
  }

  private static Watch.Rule rule(String name, org.countywise.definition.Watch.Rule rule) {
    return new Watch.Rule(
        name,
        rule.title(),
        rule.where() == null ? "" : rule.where(),
        rule.observed(),
        Watch.Raised.valueOf(rule.raised().name()),
        rule.threshold(),
        rule.per() == null ? "1" : rule.per(),
        rule.unit(),
        rule.sentence(),
        rule.sweep().stream().map(BigDecimal::new).toList());
  }
}
