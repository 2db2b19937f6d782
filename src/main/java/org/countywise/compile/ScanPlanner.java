package org.countywise.compile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.plan.Months;
import org.countywise.plan.Scan;
import org.countywise.plan.View;

/**
 * Resolves one dataset, with what is measured of its rows, into a scan.
 *
 * @param demand what its rows are looked up for
 * @param measures names of the measures that are wanted
 */
record ScanPlanner(DefinitionIndex definitionIndex, Demand demand, Collection<String> measures) {

  Scan scan(Dataset dataset, Set<Months> months) {
    return new Scan(
        dataset.dataset(),
        dataset.hasPeriods() ? Scan.Kind.PERIODIC : Scan.Kind.REFERENCE,
        orEmpty(dataset.files()),
        orEmpty(dataset.period()),
        orEmpty(dataset.region()),
        months,
        dataset.columns().entrySet().stream().map(c -> column(c.getKey(), c.getValue())).toList(),
        dataset.keyColumns(),
        dataset.computed(),
        lookups(dataset),
        dataset.suppressed().stream().map(s -> new Scan.Hidden(s.where(), s.columns())).toList(),
        notCounted(dataset),
        views(dataset));
  }

  /** Names of what is measured of a dataset's rows. */
  Set<String> measured(Dataset dataset) {
    return measures.stream()
        .filter(name -> isOver(definitionIndex.measures().get(name), dataset))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isOver(Family.Measure measure, Dataset dataset) {
    return definitionIndex.datasetOf(measure.view()).filter(dataset::equals).isPresent();
  }

  private static Scan.Column column(String name, Dataset.Column column) {
    return new Scan.Column(
        name,
        column.type(),
        Boolean.TRUE.equals(column.optional()),
        column.role() == Dataset.Role.IDENTIFIER,
        column.values(),
        column.negative() == null
            ? Scan.OnViolation.REJECT
            : Scan.OnViolation.valueOf(column.negative().name()),
        column.unreadable() == Dataset.Unreadable.UNKNOWN,
        "string".equals(column.stored()),
        column.column() == null ? name : column.column());
  }

  private List<Scan.Lookup> lookups(Dataset dataset) {
    return demand.followed(dataset).entrySet().stream()
        .map(
            followed ->
                lookup(
                    followed.getKey(),
                    dataset.references().get(followed.getKey()),
                    List.copyOf(followed.getValue())))
        .toList();
  }

  private static Scan.Lookup lookup(String name, Dataset.Reference to, List<String> keep) {
    return new Scan.Lookup(
        name,
        to.dataset(),
        to.on(),
        to.to().isEmpty() ? to.on() : to.to(),
        Scan.OnViolation.valueOf(to.missing().name()),
        Boolean.TRUE.equals(to.locates()),
        keep);
  }

  private static String notCounted(Dataset dataset) {
    return dataset.totals().values().stream()
        .map(total -> "(" + total.rows() + ")")
        .collect(Collectors.joining(" or "));
  }

  /** In the order of the definitions. */
  private List<View> views(Dataset dataset) {
    Set<String> wanted = measured(dataset);
    Map<String, Map<String, Family.Measure>> found = new LinkedHashMap<>();
    definitionIndex
        .measures()
        .forEach(
            (name, measure) -> {
              if (wanted.contains(name)) {
                found
                    .computeIfAbsent(measure.view(), view -> new LinkedHashMap<>())
                    .put(name, measure);
              }
            });
    Views views = new Views(definitionIndex);
    return found.entrySet().stream().map(of -> views.measured(of.getKey(), of.getValue())).toList();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
