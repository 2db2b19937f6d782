package org.countywise.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;
import org.countywise.plan.Plan;
import org.countywise.plan.Quality;
import org.countywise.plan.Scan;

/** Makes the plan of the wanted families from definitions that {@code check} found faultless. */
public final class Planner {
  private final Definitions definitions;
  private final Views views;
  private final Derivations derivations;
  private final List<Derivation> indicators = new ArrayList<>();
  private final List<Derivation> balances = new ArrayList<>();
  private final List<Family> wanted = new ArrayList<>();
  private final Map<String, Set<Months>> months = new LinkedHashMap<>();

  private Planner(Definitions definitions) {
    this.definitions = definitions;
    this.views = new Views(definitions);
    this.derivations = new Derivations(definitions, views);
  }

  /**
   * The plan of some families.
   *
   * @param families names; none for all
   * @throws IllegalArgumentException naming a family that does not exist
   */
  public static Plan plan(Definitions definitions, Collection<String> families) {
    Planner planner = new Planner(definitions);
    for (String family : families.isEmpty() ? planner.publishing() : families) {
      planner.derive(planner.family(family));
    }
    return planner.plan();
  }

  /** Families that say more than what quality is. */
  private List<String> publishing() {
    return definitions.families().values().stream()
        .filter(Planner::publishes)
        .map(Family::family)
        .toList();
  }

  private static boolean publishes(Family family) {
    return !family.indicators().isEmpty() || !family.balances().isEmpty() || family.watch() != null;
  }

  private Family family(String name) {
    Family family = definitions.families().get(name);
    if (family == null) {
      throw new IllegalArgumentException(
          "unknown family '" + name + "'; known families are " + String.join(", ", publishing()));
    }
    if (!publishes(family)) {
      throw new IllegalArgumentException(
          "family '"
              + name
              + "' has no indicators, there is nothing to run; families that have some are "
              + String.join(", ", publishing()));
    }
    return family;
  }

  private void derive(Family family) {
    wanted.add(family);
    family
        .indicators()
        .forEach((id, of) -> indicators.add(derivations.indicator(family.family(), id, of)));
    family
        .balances()
        .forEach((name, of) -> balances.add(derivations.balance(family.family(), name, of)));
  }

  private Plan plan() {
    RegionPlanner territories = new RegionPlanner(definitions);
    territories.datasets().forEach(name -> read(name, EnumSet.of(Months.THIS)));
    for (Derivation derivation : derived()) {
      need(derivation.numerator());
      need(derivation.denominator());
    }
    boolean watches = watches();
    if (watches) {
      watched().forEach(dataset -> read(dataset, EnumSet.of(Months.EVER)));
    }
    List<String> ids = indicators.stream().map(Derivation::indicator).toList();
    Quality quality = new QualityPlanner(definitions, views, months).quality(ids);
    List<Scan> scans = new ArrayList<>();
    for (String dataset : order()) {
      scans.add(
          new ScanPlanner(views, derivations.measures())
              .scan(definitions.datasets().get(dataset), months.get(dataset)));
    }
    return new Plan(
        territories.regionScheme(),
        territories.deliveryRules(),
        scans,
        derivations.composites(),
        derivations.distributions(),
        watches
            ? new WatchPlanner(definitions, views).watch(derivations.measures(), derived())
            : null,
        List.copyOf(indicators),
        List.copyOf(balances),
        new DisclosurePlanner(definitions).disclosure(),
        quality,
        new Wordings(definitions).of(indicators));
  }

  private List<Derivation> derived() {
    return Stream.concat(indicators.stream(), balances.stream()).toList();
  }

  /** Whether a wanted family says what is watched, or something wanted is measured of alerts. */
  private boolean watches() {
    boolean said = wanted.stream().anyMatch(family -> family.watch() != null);
    return said
        || definitions.datasets().values().stream()
            .filter(WatchPlanner::makes)
            .anyMatch(made -> !views.measured(made, derivations.measures()).isEmpty());
  }

  private Set<String> watched() {
    Set<String> datasets = new LinkedHashSet<>();
    views.watched(Months.EVER).forEach(need -> datasets.add(need.dataset()));
    datasets.add(WatchPlanner.family(definitions).orElseThrow().watch().assistance().dataset());
    return datasets;
  }

  private void need(Derivation.Side side) {
    side.needs().forEach(need -> read(need.dataset(), EnumSet.of(need.months())));
  }

  private void read(String dataset, Set<Months> wanted) {
    Set<Months> known = months.computeIfAbsent(dataset, name -> EnumSet.noneOf(Months.class));
    if (known.addAll(wanted) || known.isEmpty()) {
      for (String other : views.pointsTo(definitions.datasets().get(dataset))) {
        read(other, wanted);
      }
    }
  }

  /** Datasets in the order of reading: each after those it points to. */
  private List<String> order() {
    Set<String> ordered = new LinkedHashSet<>();
    months.keySet().forEach(dataset -> place(dataset, ordered));
    return List.copyOf(ordered);
  }

  private void place(String name, Set<String> ordered) {
    if (!ordered.contains(name) && months.containsKey(name)) {
      Dataset dataset = definitions.datasets().get(name);
      views.pointsTo(dataset).forEach(other -> place(other, ordered));
      ordered.add(name);
    }
  }
}
