package org.countywise.compile.resolve;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.compile.expression.Bounds;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Expressions;
import org.countywise.compile.expression.Scope;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * What an expression sees, depending on where it is written: which columns, of which types, and
 * between which numbers they lie as far as their types say.
 */
public final class Scopes {
  /** As the engine gives whole measures to expressions over a unit. */
  private static final DataType WHOLE = DataTypes.createDecimalType(12, 0);

  private static final Bounds COUNT = Bounds.of(0, 1_000_000_000);

  private final DefinitionIndex definitionIndex;
  private final IdentityHashMap<Dataset, StructType> own = new IdentityHashMap<>();
  private final IdentityHashMap<Dataset, StructType> rows = new IdentityHashMap<>();
  private final Map<String, Map<String, Bounds>> bounds = new HashMap<>();

  Scopes(DefinitionIndex definitionIndex) {
    this.definitionIndex = definitionIndex;
  }

  /** The type of a column, declared or computed; empty where there is none. */
  public Optional<DataType> column(Dataset dataset, String name) {
    return DefinitionIndex.columns(dataset).contains(name)
        ? Optional.of(own(dataset).apply(name).dataType())
        : Optional.empty();
  }

  /** Columns as the file has them: numbers that are stored as text are text. */
  Scope stored(Dataset dataset) {
    StructType row = new StructType();
    for (Map.Entry<String, Dataset.Column> column : dataset.columns().entrySet()) {
      String type = column.getValue().stored() == null ? column.getValue().type() : "string";
      row = row.add(column.getKey(), type(type));
    }
    return Scope.of(row);
  }

  /** Declared columns, and the period's text and dates. */
  Scope declared(Dataset dataset) {
    return Scope.of(declaredRow(dataset));
  }

  /** Declared columns and those computed columns that stand above {@code name}. */
  Scope above(Dataset dataset, String name) {
    StructType row = declaredRow(dataset);
    for (String above : dataset.computed().keySet()) {
      if (above.equals(name)) {
        break;
      }
      row = with(row, above, own(dataset).apply(above).dataType());
    }
    return Scope.of(row, () -> bounds(dataset));
  }

  /** What a row of the dataset has by itself and through its references. */
  Scope row(Dataset dataset) {
    return Scope.of(wholeRow(dataset));
  }

  /** What the condition of a view sees: the row, and the values of the view's joins. */
  Scope all(Family.View view, Dataset dataset) {
    StructType row = wholeRow(dataset);
    for (Map.Entry<String, Family.Join> join : view.join().entrySet()) {
      row = with(row, join.getKey(), tallies(join.getValue()));
    }
    return Scope.of(row, () -> bounds(view, dataset));
  }

  /** What an expression over the rows of a view sees; empty where there is no such view. */
  public Optional<Scope> view(String name) {
    return DefinitionIndex.find(definitionIndex.views(), name)
        .flatMap(
            view ->
                definitionIndex
                    .dataset(view.from())
                    .map(dataset -> all(view, dataset).where(view.where())));
  }

  /** What is known of a unit: the measures of rows by name, whole numbers, and its code. */
  Scope unit() {
    StructType row = new StructType().add("region_code", DataTypes.StringType);
    for (Map.Entry<String, Family.Measure> measure : definitionIndex.measures().entrySet()) {
      if (measure.getValue().value() == null) {
        row = with(row, measure.getKey(), WHOLE);
      }
    }
    return Scope.of(row, Map::of);
  }

  private static StructType declaredRow(Dataset dataset) {
    StructType row = new StructType();
    for (Map.Entry<String, Dataset.Column> column : dataset.columns().entrySet()) {
      row = row.add(column.getKey(), type(column.getValue().type()));
    }
    return row.add("period", DataTypes.StringType)
        .add("period_start", DataTypes.DateType)
        .add("period_end", DataTypes.DateType);
  }

  /** What a row of the dataset has by itself. */
  private StructType own(Dataset dataset) {
    return own.computeIfAbsent(dataset, Scopes::computed);
  }

  private static StructType computed(Dataset dataset) {
    StructType row = declaredRow(dataset);
    for (Map.Entry<String, String> computed : dataset.computed().entrySet()) {
      DataType type = Expressions.judge(computed.getValue(), row, Expressions.Wanted.ANY).type();
      row = with(row, computed.getKey(), type);
    }
    return row;
  }

  private StructType wholeRow(Dataset dataset) {
    return rows.computeIfAbsent(dataset, this::referring);
  }

  /** A reference to nowhere is empty. */
  private StructType referring(Dataset dataset) {
    StructType row = own(dataset);
    for (Map.Entry<String, Dataset.Reference> entry : dataset.references().entrySet()) {
      Dataset other = definitionIndex.dataset(entry.getValue().dataset()).orElse(null);
      row = with(row, entry.getKey(), other == null ? new StructType() : referred(other));
    }
    return row;
  }

  /** What others see of a row through a reference. */
  private StructType referred(Dataset dataset) {
    StructType seen = new StructType();
    for (String name : DefinitionIndex.columns(dataset)) {
      seen = with(seen, name, own(dataset).apply(name).dataType());
    }
    return seen;
  }

  /** Counts and sums are whole; the least and the greatest have the type of what they are of. */
  private StructType tallies(Family.Join join) {
    StructType tallies = new StructType();
    for (String name : DefinitionIndex.tallied(join)) {
      String sql = join.least().getOrDefault(name, join.most().get(name));
      DataType type =
          definitionIndex
              .datasetOf(join.from())
              .filter(of -> sql != null)
              .map(of -> row(of).judge(sql, Expressions.Wanted.ANY).type())
              .orElse(DataTypes.LongType);
      tallies = with(tallies, name, type);
    }
    return tallies;
  }

  /** The first of two columns with one name stays; that they have it is another rule's business. */
  private static StructType with(StructType row, String name, DataType type) {
    return List.of(row.fieldNames()).contains(name) ? row : row.add(name, type);
  }

  private static DataType type(String declared) {
    return DeclaredType.of(declared).orElse(DataTypes.NullType);
  }

  private Map<String, Bounds> bounds(Family.View view, Dataset dataset) {
    Map<String, Bounds> columns = new LinkedHashMap<>(bounds(dataset));
    dataset
        .references()
        .forEach(
            (name, reference) ->
                definitionIndex
                    .dataset(reference.dataset())
                    .ifPresent(other -> within(name, bounds(other), columns)));
    view.join().forEach((name, join) -> within(name, bounds(join), columns));
    return columns;
  }

  private static void within(String name, Map<String, Bounds> inner, Map<String, Bounds> columns) {
    inner.forEach((column, of) -> columns.put(name + "." + column, of));
  }

  /** What the values of a join come to for one row. */
  private Map<String, Bounds> bounds(Family.Join join) {
    Map<String, Bounds> values = new LinkedHashMap<>();
    join.tally().keySet().forEach(name -> values.put(name, COUNT));
    view(join.from())
        .ifPresent(
            rows -> {
              join.sum()
                  .forEach((name, sql) -> put(name, rows.bounds(sql).map(Bounds::summed), values));
              join.least().forEach((name, sql) -> put(name, rows.bounds(sql), values));
              join.most().forEach((name, sql) -> put(name, rows.bounds(sql), values));
            });
    return values;
  }

  private Map<String, Bounds> bounds(Dataset dataset) {
    Map<String, Bounds> known = bounds.get(dataset.dataset());
    if (known != null) {
      return known;
    }
    Map<String, Bounds> columns = new LinkedHashMap<>();
    bounds.put(dataset.dataset(), columns);
    dataset.columns().forEach((name, column) -> put(name, declared(column), columns));
    dataset.computed().forEach((name, sql) -> put(name, above(dataset, name).bounds(sql), columns));
    return columns;
  }

  private static void put(String name, Optional<Bounds> of, Map<String, Bounds> columns) {
    of.ifPresent(found -> columns.put(name, found));
  }

  private static Optional<Bounds> declared(Dataset.Column column) {
    Optional<Bounds> type =
        "int32".equals(column.type())
            ? Optional.of(Bounds.of(Integer.MIN_VALUE, Integer.MAX_VALUE))
            : DeclaredType.of(column.type()).flatMap(Bounds::of);
    boolean negative = column.negative() != null && column.negative() != Dataset.Negative.REJECT;
    return negative ? type : type.map(Bounds::fromZero);
  }
}
