package org.countywise.compile;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Title;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;
import org.countywise.plan.Scan;
import org.countywise.plan.Watch;

/** Resolves the early warning of some definitions. */
final class WatchPlanner {
  private final Definitions definitions;
  private final Views views;

  WatchPlanner(Definitions definitions, Views views) {
    this.definitions = definitions;
    this.views = views;
  }

  /** The family that says what is watched, if any does. */
  static Optional<Family> family(Definitions definitions) {
    return definitions.families().values().stream()
        .filter(family -> family.watch() != null)
        .findFirst();
  }

  /** Whether rows of a dataset are made by the watch. */
  static boolean makes(Dataset dataset) {
    return dataset.madeBy() == Dataset.Maker.WATCH;
  }

  /** Everything an SQL expression of a watch says. */
  static List<String> expressions(org.countywise.definition.Watch watch) {
    return watch.rules().values().stream()
        .flatMap(
            rule ->
                java.util.stream.Stream.of(
                    rule.where(), rule.observed(), rule.threshold(), rule.per()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /**
   * The watch.
   *
   * @param measures what is measured of its alerts, among others
   * @param derivations what is made of measures
   */
  Watch watch(Collection<String> measures, List<Derivation> derivations) {
    Family family = family(definitions).orElseThrow();
    org.countywise.definition.Watch watch = family.watch();
    ScanPlanner scans = new ScanPlanner(views, measures);
    return new Watch(
        family.family(),
        views.dataset(watch.view()).dataset(),
        scans.rows(watch.view()),
        watch.key(),
        new Watch.Answers(
            watch.answers().dataset(), watch.answers().rule(), watch.answers().outcome()),
        new Watch.Assistance(watch.assistance().dataset(), watch.assistance().startedOn()),
        reads(watch.view()),
        watch.rules().entrySet().stream().map(r -> rule(r.getKey(), r.getValue())).toList(),
        alerts(scans, derivations));
  }

  private Map<String, Set<String>> reads(String view) {
    Map<String, Set<String>> reads = new LinkedHashMap<>();
    views
        .view(view)
        .join()
        .forEach(
            (name, join) -> {
              Set<String> known = new TreeSet<>();
              views.tallied(join).stream()
                  .filter(need -> need.months() == Months.THIS)
                  .map(Derivation.Need::dataset)
                  .filter(dataset -> !isReference(dataset))
                  .forEach(known::add);
              if (!known.isEmpty()) {
                reads.put(name, known);
              }
            });
    return reads;
  }

  private boolean isReference(String dataset) {
    return definitions.datasets().get(dataset).kind() == Dataset.Kind.REFERENCE;
  }

  private Scan alerts(ScanPlanner scans, List<Derivation> derivations) {
    Dataset made =
        definitions.datasets().values().stream()
            .filter(WatchPlanner::makes)
            .findFirst()
            .orElseThrow();
    Set<Months> months = EnumSet.of(Months.THIS);
    Scan measured = scans.scan(made, months);
    Set<String> names = new TreeSet<>();
    measured.views().forEach(view -> view.measures().forEach(m -> names.add(m.name())));
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
        words(rule.title()),
        rule.where() == null ? "" : rule.where(),
        rule.observed(),
        Watch.Raised.valueOf(rule.raised().name()),
        rule.threshold(),
        rule.per() == null ? "1" : rule.per(),
        rule.unit(),
        words(rule.sentence()),
        rule.sweep().stream().map(BigDecimal::new).toList());
  }

  private static Watch.Words words(Title title) {
    return new Watch.Words(title.en(), title.zh());
  }
}
