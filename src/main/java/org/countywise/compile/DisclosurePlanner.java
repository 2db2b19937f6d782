package org.countywise.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Identity;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;
import org.countywise.plan.Months;

/** Plans what is hidden. Readers see all families, so every indicator of the folder counts. */
final class DisclosurePlanner {
  private final Definitions definitions;
  private final Map<String, Family.Indicator> indicators;
  private final Map<String, Family.Measure> measures;

  DisclosurePlanner(DefinitionIndex definitionIndex) {
    this.definitions = definitionIndex.definitions();
    this.indicators = definitionIndex.indicators();
    this.measures = new TreeMap<>(definitionIndex.measures());
  }

  /**
   * What is hidden.
   *
   * @param published every indicator of the folder by id
   */
  Disclosure disclosure(Map<String, Derivation> published) {
    List<Disclosure.Rule> rules = new ArrayList<>();
    published.forEach((id, derivation) -> rules.add(rule(indicators.get(id), derivation)));
    return definitions.disclosure() == null
        ? new Disclosure(0, Set.of(), List.copyOf(rules), List.of(), Map.of(), Set.of(), Map.of())
        : new Disclosure(
            definitions.disclosure().minCount(),
            new LinkedHashSet<>(definitions.disclosure().units()),
            List.copyOf(rules),
            identities(),
            partitions(),
            people(),
            new TreeMap<>(definitions.disclosure().amounts()));
  }

  private Disclosure.Rule rule(Family.Indicator of, Derivation indicator) {
    Integer folder = definitions.disclosure() == null ? null : definitions.disclosure().minCount();
    Integer minCount = of.minCount() == null ? folder : of.minCount();
    return new Disclosure.Rule(
        indicator,
        minCount == null || definitions.disclosure() == null ? 0 : minCount,
        !Boolean.FALSE.equals(of.open()),
        countsPeople(indicator.numerator()),
        countsPeople(indicator.denominator()),
        complement(indicator));
  }

  private boolean countsPeople(Derivation.Side side) {
    return !side.terms().isEmpty() && people().containsAll(names(side).toList());
  }

  private boolean complement(Derivation indicator) {
    return countsPeople(indicator.numerator())
        && countsPeople(indicator.denominator())
        && units(indicator).size() == 1
        && Stream.of(indicator.numerator(), indicator.denominator())
            .flatMap(side -> side.terms().stream())
            .allMatch(t -> t.months() == Months.THIS && t.coefficient().signum() > 0);
  }

  private Set<String> units(Derivation indicator) {
    return Stream.of(indicator.numerator(), indicator.denominator())
        .flatMap(DisclosurePlanner::names)
        .map(name -> measures.get(name).unit())
        .collect(Collectors.toSet());
  }

  private static Stream<String> names(Derivation.Side side) {
    return side.terms().stream().map(Derivation.Term::measure);
  }

  private Set<String> people() {
    Set<String> people = new TreeSet<>();
    if (definitions.disclosure() != null) {
      measures.forEach(
          (name, measure) -> {
            if (definitions.disclosure().units().contains(measure.unit())) {
              people.add(name);
            }
          });
    }
    return people;
  }

  private List<Disclosure.Identity> identities() {
    List<Disclosure.Identity> identities = new ArrayList<>();
    definitions
        .disclosure()
        .identities()
        .forEach(
            (name, sum) ->
                identities.add(
                    new Disclosure.Identity(
                        name,
                        Identity.of(sum).terms().stream()
                            .map(
                                t ->
                                    new Disclosure.Item(
                                        t.measure(), t.dimension(), t.value(), t.coefficient()))
                            .toList())));
    return List.copyOf(identities);
  }

  /** What is counted once within a region does not add up over a breakdown. */
  private Map<String, List<String>> partitions() {
    Map<String, List<String>> partitions = new TreeMap<>();
    measures.forEach(
        (name, measure) -> {
          if (measure.distinct() == null && !measure.by().isEmpty()) {
            partitions.put(name, List.copyOf(measure.by().keySet()));
          }
        });
    return partitions;
  }
}
