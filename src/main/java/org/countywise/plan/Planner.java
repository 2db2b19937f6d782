package org.countywise.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;

/** Makes the plan of the wanted families from definitions that {@code check} found faultless. */
public final class Planner {
  private final Definitions definitions;
  private final Views views;
  private final List<Derivation> indicators = new ArrayList<>();
  private final Set<String> measures = new LinkedHashSet<>();
  private final Map<String, Set<Months>> months = new LinkedHashMap<>();

  private Planner(Definitions definitions) {
    this.definitions = definitions;
    this.views = new Views(definitions);
  }

  /**
   * The plan of some families.
   *
   * @param families names; none for all
   * @throws IllegalArgumentException naming a family that does not exist
   */
  public static Plan plan(Definitions definitions, Collection<String> families) {
    Planner planner = new Planner(definitions);
    for (String family : families.isEmpty() ? definitions.families().keySet() : families) {
      planner.derive(planner.family(family));
    }
    return planner.plan();
  }

  private Family family(String name) {
    Family family = definitions.families().get(name);
    if (family == null) {
      throw new IllegalArgumentException(
          "unknown family '"
              + name
              + "'; known families are "
              + String.join(", ", definitions.families().keySet()));
    }
    return family;
  }

  private void derive(Family family) {
    family
        .indicators()
        .forEach((id, indicator) -> indicators.add(derivation(family, id, indicator)));
  }

  private Derivation derivation(Family family, String id, Family.Indicator indicator) {
    return new Derivation(
        id,
        family.family(),
        indicator.title().en(),
        indicator.title().zh(),
        indicator.unit(),
        indicator.factor() == null ? BigDecimal.ONE : new BigDecimal(indicator.factor()),
        side(indicator.numerator(), indicator.overTime()),
        side(indicator.denominator(), indicator.overTime()),
        indicator.breakdown(),
        !Boolean.FALSE.equals(indicator.total()));
  }

  private Derivation.Side side(String sum, Map<String, Family.OverTime> overTime) {
    List<Derivation.Term> terms = new ArrayList<>();
    Set<Derivation.Need> needs = new TreeSet<>();
    if (sum != null) {
      Linear.of(sum).terms().forEach((name, factor) -> terms.add(term(name, factor, overTime)));
    }
    for (Derivation.Term term : terms) {
      measures.add(term.measure());
      for (String dataset : views.reads(measure(term.measure()))) {
        needs.add(new Derivation.Need(dataset, term.months()));
      }
    }
    return new Derivation.Side(List.copyOf(terms), needs);
  }

  private static Derivation.Term term(
      String name, BigDecimal factor, Map<String, Family.OverTime> overTime) {
    Family.OverTime other = overTime.get(name);
    return other == null
        ? new Derivation.Term(name, Months.THIS, factor)
        : new Derivation.Term(other.measure(), Months.valueOf(other.take().name()), factor);
  }

  private Family.Measure measure(String name) {
    return definitions.families().values().stream()
        .map(family -> family.measures().get(name))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private Plan plan() {
    Territories territories = new Territories(definitions);
    territories.datasets().forEach(name -> read(name, EnumSet.of(Months.THIS)));
    for (Derivation indicator : indicators) {
      need(indicator.numerator());
      need(indicator.denominator());
    }
    List<Scan> scans = new ArrayList<>();
    for (String dataset : order()) {
      scans.add(
          new Scans(views, measures)
              .scan(definitions.datasets().get(dataset), months.get(dataset)));
    }
    return new Plan(
        territories.territory(), territories.presence(), scans, List.copyOf(indicators));
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
