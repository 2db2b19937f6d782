package org.countywise.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.plan.Composite;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Months;
import org.countywise.plan.Plan;
import org.countywise.plan.Quality;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;

/** Makes the plan of the wanted families from definitions that keep every rule. */
final class Planner {
  private final DefinitionIndex definitionIndex;
  private final List<Family> wanted;
  private final RegionPlanner regions;
  private final Readings readings;
  private final Demand demand;
  private final Map<String, Derivation> published = new LinkedHashMap<>();
  private final Set<String> measures = new LinkedHashSet<>();
  private final Map<String, Composite> composites = new LinkedHashMap<>();
  private final List<Distribution> distributions = new ArrayList<>();

  private Planner(DefinitionIndex definitionIndex, List<Family> wanted) {
    this.definitionIndex = definitionIndex;
    this.wanted = wanted;
    this.regions = new RegionPlanner(definitionIndex.definitions());
    this.readings = new Readings(definitionIndex);
    this.demand = new Demand(definitionIndex);
  }

  /**
   * The plan of some families.
   *
   * @param families names; none for all
   * @throws IllegalArgumentException naming a family that does not exist
   */
  static Plan plan(DefinitionIndex definitionIndex, Collection<String> families) {
    List<String> publishing =
        definitionIndex.families().values().stream()
            .filter(Planner::publishes)
            .map(Family::family)
            .toList();
    return new Planner(
            definitionIndex,
            (families.isEmpty() ? publishing : families)
                .stream().map(name -> family(name, definitionIndex, publishing)).toList())
        .plan();
  }

  /** Whether a family says more than what quality is. */
  private static boolean publishes(Family family) {
    return !family.indicators().isEmpty() || !family.balances().isEmpty() || family.watch() != null;
  }

  private static Family family(
      String name, DefinitionIndex definitionIndex, List<String> publishing) {
    Family family = definitionIndex.families().get(name);
    if (family == null) {
      throw new IllegalArgumentException(
          "unknown family '" + name + "'; known families are " + String.join(", ", publishing));
    }
    if (!publishes(family)) {
      throw new IllegalArgumentException(
          "family '"
              + name
              + "' has no indicators, there is nothing to run; families that have some are "
              + String.join(", ", publishing));
    }
    return family;
  }

  private Plan plan() {
    RegionScheme regionScheme = regions.regionScheme();
    Derivations derivations = new Derivations(definitionIndex, regionScheme);
    List<Derivation> indicators = new ArrayList<>();
    List<Derivation> balances = new ArrayList<>();
    derive(derivations, indicators, balances);
    List<Derivation> derived = Stream.concat(indicators.stream(), balances.stream()).toList();
    regions.datasets().forEach(name -> demand.read(name, Months.THIS));
    derived.forEach(this::read);
    ScanPlanner scans = new ScanPlanner(definitionIndex, demand, measures);
    boolean watches = watches(scans);
    if (watches) {
      watched();
    }
    Quality quality = new QualityPlanner(definitionIndex, demand).quality(ids(indicators));
    return new Plan(
        regionScheme,
        regions.deliveryRules(),
        scans(scans),
        List.copyOf(composites.values()),
        List.copyOf(distributions),
        watches ? new WatchPlanner(definitionIndex, scans).watch(derived) : null,
        List.copyOf(indicators),
        List.copyOf(balances),
        new DisclosurePlanner(definitionIndex).disclosure(published),
        quality,
        new Wordings(definitionIndex).of(indicators));
  }

  /** Derives whatever is published, and measures what is wanted of it. */
  private void derive(
      Derivations derivations, List<Derivation> indicators, List<Derivation> balances) {
    for (Family family : definitionIndex.families().values()) {
      family
          .indicators()
          .forEach((id, of) -> published.put(id, derivations.indicator(family.family(), id, of)));
    }
    for (Family family : wanted) {
      family.indicators().forEach((id, of) -> indicators.add(indicator(id, of, derivations)));
      family
          .balances()
          .forEach(
              (name, of) -> balances.add(measured(derivations.balance(family.family(), name, of))));
    }
  }

  private Derivation indicator(String id, Family.Indicator of, Derivations derivations) {
    if (of.statistic() != null) {
      distributions.add(derivations.distribution(id, of.statistic()));
      demand.reckon(readings.of(of.statistic()));
    }
    return measured(published.get(id));
  }

  /** The same derivation, whose measures are measured from here on. */
  private Derivation measured(Derivation derivation) {
    for (Derivation.Side side : List.of(derivation.numerator(), derivation.denominator())) {
      for (Derivation.Term term : side.terms()) {
        measure(term.measure());
      }
    }
    return derivation;
  }

  private void measure(String name) {
    Set<String> rows = definitionIndex.rowMeasures(name);
    if (definitionIndex.isComposite(name)) {
      String value = definitionIndex.measures().get(name).value();
      composites.put(name, new Composite(name, value, List.copyOf(rows)));
    }
    measures.addAll(rows);
    rows.forEach(of -> demand.reckon(readings.of(definitionIndex.measures().get(of))));
  }

  private void read(Derivation derivation) {
    for (Derivation.Side side : List.of(derivation.numerator(), derivation.denominator())) {
      side.needs().forEach(need -> demand.read(need.dataset(), need.months()));
    }
  }

  /** Whether a wanted family says what is watched, or something wanted is measured of alerts. */
  private boolean watches(ScanPlanner scans) {
    return wanted.stream().anyMatch(family -> family.watch() != null)
        || definitionIndex.datasets().values().stream()
            .filter(Readings::makes)
            .anyMatch(made -> !scans.measured(made).isEmpty());
  }

  private void watched() {
    List<Readings.Reading> watched = readings.watched(Months.EVER);
    demand.reckon(watched);
    Readings.needs(watched).forEach(need -> demand.read(need.dataset(), Months.EVER));
    Family family = definitionIndex.watching().orElseThrow();
    demand.read(family.watch().assistance().dataset(), Months.EVER);
  }

  private List<Scan> scans(ScanPlanner scans) {
    return demand.order().stream()
        .map(name -> definitionIndex.datasets().get(name))
        .map((Dataset dataset) -> scans.scan(dataset, demand.months(dataset.dataset())))
        .toList();
  }

  private static List<String> ids(List<Derivation> indicators) {
    return indicators.stream().map(Derivation::indicator).toList();
  }
}
