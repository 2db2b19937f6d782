package org.countywise.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.plan.View;

/** Resolves views with what they tally and what is measured of their rows. */
record Views(DefinitionIndex definitionIndex) {

  /** The rows of a view, with nothing measured. */
  View rows(String name) {
    return measured(name, Map.of());
  }

  /** The rows of a view with measures by name. */
  View measured(String name, Map<String, Family.Measure> of) {
    Family.View view = definitionIndex.views().get(name);
    Dataset dataset = definitionIndex.datasets().get(view.from());
    Map<String, String> dimensions = new LinkedHashMap<>();
    of.values().forEach(measure -> dimensions.putAll(measure.by()));
    return new View(
        name,
        orEmpty(view.where()),
        tallies(view),
        of.entrySet().stream().map(m -> measure(m.getKey(), dataset, m.getValue())).toList(),
        dimensions);
  }

  private List<View.Tally> tallies(Family.View view) {
    List<View.Tally> found = new ArrayList<>();
    view.join().forEach((name, join) -> found.add(tally(name, join)));
    return found;
  }

  private View.Tally tally(String name, Family.Join join) {
    Family.View from = definitionIndex.views().get(join.from());
    return new View.Tally(
        name,
        from.from(),
        orEmpty(from.where()),
        tallies(from),
        join.on(),
        Readings.months(join),
        values(join));
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
