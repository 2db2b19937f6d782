package org.countywise.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.plan.Months;
import org.countywise.plan.Scan;
import org.countywise.plan.View;

/** Resolves one dataset, with the views wanted of it, into a scan. */
final class ScanPlanner {
  private final Views views;
  private final Collection<String> measures;

  ScanPlanner(Views views, Collection<String> measures) {
    this.views = views;
    this.measures = measures;
  }

  Scan scan(Dataset dataset, Set<Months> months) {
    boolean reference = dataset.kind() == Dataset.Kind.REFERENCE;
    return new Scan(
        dataset.dataset(),
        reference ? Scan.Kind.REFERENCE : Scan.Kind.PERIODIC,
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
    return views.followed(dataset).entrySet().stream()
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

  private List<View> views(Dataset dataset) {
    List<View> found = new ArrayList<>();
    views.measured(dataset, measures).forEach((name, of) -> found.add(view(name, dataset, of)));
    return found;
  }

  /** The rows of a view, with nothing measured. */
  View rows(String name) {
    return view(name, views.dataset(name), Map.of());
  }

  private View view(String name, Dataset dataset, Map<String, Family.Measure> of) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    of.values().forEach(measure -> dimensions.putAll(measure.by()));
    return new View(
        name,
        orEmpty(views.view(name).where()),
        tallies(views.view(name)),
        of.entrySet().stream().map(m -> measure(m.getKey(), dataset, m.getValue())).toList(),
        dimensions);
  }

  private List<View.Tally> tallies(Family.View view) {
    List<View.Tally> found = new ArrayList<>();
    view.join()
        .forEach(
            (name, join) ->
                found.add(
                    new View.Tally(
                        name,
                        views.dataset(join.from()).dataset(),
                        orEmpty(views.view(join.from()).where()),
                        tallies(views.view(join.from())),
                        join.on(),
                        Views.months(join),
                        values(join))));
    return found;
  }

  private static List<View.Value> values(Family.Join join) {
    List<View.Value> found = new ArrayList<>();
    join.tally().forEach((name, sql) -> found.add(new View.Value(name, View.How.COUNT, sql)));
    join.sum().forEach((name, sql) -> found.add(new View.Value(name, View.How.SUM, sql)));
    join.least().forEach((name, sql) -> found.add(new View.Value(name, View.How.LEAST, sql)));
    join.most().forEach((name, sql) -> found.add(new View.Value(name, View.How.MOST, sql)));
    return List.copyOf(found);
  }

  private static View.Measure measure(String name, Dataset dataset, Family.Measure measure) {
    Dataset.Total total = measure.total() == null ? null : dataset.totals().get(measure.total());
    String where = orEmpty(measure.where());
    View.Kind kind =
        measure.sum() != null
            ? View.Kind.SUM
            : measure.distinct() != null ? View.Kind.DISTINCT : View.Kind.COUNT;
    return new View.Measure(
        name,
        kind,
        measure.sum() != null ? measure.sum() : orEmpty(measure.distinct()),
        total == null ? where : both(where, total.of()),
        total == null ? "" : both(where, total.rows()),
        List.copyOf(measure.by().keySet()));
  }

  private static String both(String where, String and) {
    return where.isEmpty() ? and : "(" + where + ") and (" + and + ")";
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
