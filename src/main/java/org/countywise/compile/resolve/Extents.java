package org.countywise.compile.resolve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countywise.compile.expression.Bounds;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Scope;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** Between which numbers the columns lie that an expression sees, as far as their types say. */
public final class Extents {
  private static final Bounds COUNT = Bounds.of(0, 1_000_000_000);
  private static final String INT32 = "int32";

  private final DefinitionIndex definitionIndex;
  private final VisibleColumns visibleColumns;
  private final Map<String, Map<String, Bounds>> own = new HashMap<>();

  public Extents(DefinitionIndex definitionIndex, VisibleColumns visibleColumns) {
    this.definitionIndex = definitionIndex;
    this.visibleColumns = visibleColumns;
  }

  /** What a computed column sees: the columns and those computed above it. */
  public Scope above(Dataset dataset, String name) {
    return Scope.of(visibleColumns.above(dataset, name), () -> own(dataset));
  }

  /** What an expression over rows of a view sees, all of which fulfil its condition. */
  public Scope view(Family.View view, Dataset dataset) {
    return all(view, dataset).where(view.where());
  }

  /** What the condition of a view sees. */
  public Scope all(Family.View view, Dataset dataset) {
    Map<String, Bounds> columns = new LinkedHashMap<>(own(dataset));
    dataset
        .references()
        .forEach(
            (name, reference) ->
                definitionIndex
                    .dataset(reference.dataset())
                    .ifPresent(other -> within(name, own(other), columns)));
    view.join().forEach((name, join) -> within(name, tallied(join), columns));
    return Scope.of(visibleColumns.view(view, dataset), () -> columns);
  }

  /** What is known of a unit: its measures are whole numbers of at most twelve digits. */
  public Scope unit() {
    return Scope.of(visibleColumns.unit(), Map::of);
  }

  private static void within(String name, Map<String, Bounds> inner, Map<String, Bounds> columns) {
    inner.forEach((column, bounds) -> columns.put(name + "." + column, bounds));
  }

  /** What the values of a join come to for one row. */
  private Map<String, Bounds> tallied(Family.Join join) {
    Map<String, Bounds> values = new LinkedHashMap<>();
    join.tally().keySet().forEach(name -> values.put(name, COUNT));
    rows(join)
        .ifPresent(
            rows -> {
              join.sum()
                  .forEach((name, sql) -> put(name, rows.bounds(sql).map(Bounds::summed), values));
              join.least().forEach((name, sql) -> put(name, rows.bounds(sql), values));
              join.most().forEach((name, sql) -> put(name, rows.bounds(sql), values));
            });
    return values;
  }

  /** What the expressions of a join see of the other rows. */
  public Optional<Scope> rows(Family.Join join) {
    return DefinitionIndex.find(definitionIndex.views(), join.from())
        .flatMap(view -> definitionIndex.dataset(view.from()).map(dataset -> view(view, dataset)));
  }

  private static void put(String name, Optional<Bounds> bounds, Map<String, Bounds> values) {
    bounds.ifPresent(found -> values.put(name, found));
  }

  private Map<String, Bounds> own(Dataset dataset) {
    Map<String, Bounds> known = own.get(dataset.dataset());
    if (known != null) {
      return known;
    }
    Map<String, Bounds> columns = new LinkedHashMap<>();
    own.put(dataset.dataset(), columns);
    dataset.columns().forEach((name, column) -> put(name, declared(column), columns));
    dataset.computed().forEach((name, sql) -> put(name, above(dataset, name).bounds(sql), columns));
    return columns;
  }

  private static Optional<Bounds> declared(Dataset.Column column) {
    Optional<Bounds> type =
        INT32.equals(column.type())
            ? Optional.of(Bounds.of(Integer.MIN_VALUE, Integer.MAX_VALUE))
            : DeclaredType.of(column.type()).flatMap(Bounds::of);
    boolean negative = column.negative() != null && column.negative() != Dataset.Negative.REJECT;
    return negative ? type : type.map(Bounds::fromZero);
  }
}
