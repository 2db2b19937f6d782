package org.countywise.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.plan.Derivation.Need;
import org.countywise.plan.Months;

/**
 * What a plan reads, as far as it is known: datasets, their months, and what is reckoned of them.
 */
final class Demand {
  private final DefinitionIndex definitionIndex;
  private final Map<String, List<String>> expressions = new LinkedHashMap<>();
  private final Map<String, Set<Months>> months = new LinkedHashMap<>();

  Demand(DefinitionIndex definitionIndex) {
    this.definitionIndex = definitionIndex;
  }

  /** From here on rows are read for these expressions. */
  void reckon(Collection<Readings.Reading> readings) {
    for (Readings.Reading reading : readings) {
      expressions
          .computeIfAbsent(reading.need().dataset(), of -> new ArrayList<>())
          .addAll(reading.expressions());
    }
  }

  /** From here on a dataset is read in these months, with all that its rows point to. */
  void read(String dataset, Months wanted) {
    Set<Months> known = months.computeIfAbsent(dataset, name -> EnumSet.noneOf(Months.class));
    if (known.add(wanted)) {
      for (String other : pointsTo(definitionIndex.datasets().get(dataset))) {
        read(other, wanted);
      }
    }
  }

  /** Whether what is read holds this, too. */
  boolean reads(Need need) {
    Set<Months> known = months.getOrDefault(need.dataset(), Set.of());
    return definitionIndex.datasets().get(need.dataset()).hasPeriods()
        ? Months.hold(known, need.months())
        : !known.isEmpty();
  }

  /** The months in which a dataset is read. */
  Set<Months> months(String dataset) {
    return months.get(dataset);
  }

  /**
   * References of a dataset that every row is looked up through, each with what is read there:
   * those that must not point in vain, that locate, or that a needed expression reads.
   */
  Map<String, Set<String>> followed(Dataset dataset) {
    List<String> all = new ArrayList<>(dataset.computed().values());
    all.addAll(expressions.getOrDefault(dataset.dataset(), List.of()));
    Map<String, Set<String>> followed = new LinkedHashMap<>();
    dataset
        .references()
        .forEach(
            (name, to) -> {
              Set<String> read = new TreeSet<>(definitionIndex.columnsOf(name, all));
              if (to.missing() != Dataset.Missing.ALLOW
                  || Boolean.TRUE.equals(to.locates())
                  || !read.isEmpty()) {
                followed.put(name, read);
              }
            });
    return followed;
  }

  /** Datasets in the order of reading: each after those it points to. */
  List<String> order() {
    Set<String> ordered = new LinkedHashSet<>();
    months.keySet().forEach(dataset -> place(dataset, ordered));
    return List.copyOf(ordered);
  }

  private void place(String name, Set<String> ordered) {
    if (!ordered.contains(name) && months.containsKey(name)) {
      pointsTo(definitionIndex.datasets().get(name)).forEach(other -> place(other, ordered));
      ordered.add(name);
    }
  }

  /** Datasets whose rows are looked up for rows of this one. */
  private List<String> pointsTo(Dataset dataset) {
    return followed(dataset).keySet().stream()
        .map(name -> dataset.references().get(name).dataset())
        .distinct()
        .toList();
  }
}
