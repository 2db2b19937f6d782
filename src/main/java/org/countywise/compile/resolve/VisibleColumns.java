package org.countywise.compile.resolve;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Expressions;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** Which columns an expression sees, depending on where it is written. */
public final class VisibleColumns {
  /** As the engine gives whole measures to expressions over a unit. */
  private static final DataType WHOLE = DataTypes.createDecimalType(12, 0);

  private final DefinitionIndex definitionIndex;
  private final IdentityHashMap<Dataset, StructType> own = new IdentityHashMap<>();
  private final IdentityHashMap<Dataset, StructType> rows = new IdentityHashMap<>();

  public VisibleColumns(DefinitionIndex definitionIndex) {
    this.definitionIndex = definitionIndex;
  }

  /** Columns as the file has them: numbers that are stored as text are text. */
  public static StructType stored(Dataset dataset) {
    StructType row = new StructType();
    for (Map.Entry<String, Dataset.Column> column : dataset.columns().entrySet()) {
      String type = column.getValue().stored() == null ? column.getValue().type() : "string";
      row = row.add(column.getKey(), type(type));
    }
    return row;
  }

  /** Declared columns, and the period's text and dates. */
  public static StructType declared(Dataset dataset) {
    StructType row = new StructType();
    for (Map.Entry<String, Dataset.Column> column : dataset.columns().entrySet()) {
      row = row.add(column.getKey(), type(column.getValue().type()));
    }
    return row.add("period", DataTypes.StringType)
        .add("period_start", DataTypes.DateType)
        .add("period_end", DataTypes.DateType);
  }

  /** Declared columns and those computed columns that stand above {@code name}. */
  public StructType above(Dataset dataset, String name) {
    StructType row = declared(dataset);
    for (String above : dataset.computed().keySet()) {
      if (above.equals(name)) {
        break;
      }
      row = with(row, above, own(dataset).apply(above).dataType());
    }
    return row;
  }

  /** What a row of the dataset has by itself. */
  private StructType own(Dataset dataset) {
    return own.computeIfAbsent(dataset, VisibleColumns::typed);
  }

  private static StructType typed(Dataset dataset) {
    StructType row = declared(dataset);
    for (Map.Entry<String, String> computed : dataset.computed().entrySet()) {
      DataType type = Expressions.judge(computed.getValue(), row, Expressions.Wanted.ANY).type();
      row = with(row, computed.getKey(), type);
    }
    return row;
  }

  /**
   * What a row of the dataset has by itself and through its references; one to nowhere is empty.
   */
  public StructType row(Dataset dataset) {
    return rows.computeIfAbsent(dataset, this::referring);
  }

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

  /** The type of a column, declared or computed; empty where there is none. */
  public Optional<DataType> column(Dataset dataset, String name) {
    return DefinitionIndex.columns(dataset).contains(name)
        ? Optional.of(own(dataset).apply(name).dataType())
        : Optional.empty();
  }

  /** What a row of a view of the dataset has: the row, and the values of the view's joins. */
  public StructType view(Family.View view, Dataset dataset) {
    StructType row = row(dataset);
    for (Map.Entry<String, Family.Join> join : view.join().entrySet()) {
      row = with(row, join.getKey(), tallies(join.getValue()));
    }
    return row;
  }

  /** Counts and sums are whole; the least and the greatest have the type of what they are of. */
  private StructType tallies(Family.Join join) {
    StructType tallies = new StructType();
    for (String name : DefinitionIndex.tallied(join)) {
      String sql = join.least().getOrDefault(name, join.most().get(name));
      StructType rows =
          definitionIndex
              .datasetOf(join.from())
              .filter(of -> sql != null)
              .map(this::row)
              .orElse(null);
      DataType type =
          rows == null
              ? DataTypes.LongType
              : Expressions.judge(sql, rows, Expressions.Wanted.ANY).type();
      tallies = with(tallies, name, type);
    }
    return tallies;
  }

  /** What is known of a unit: the measures of rows by name, whole numbers, and its code. */
  public StructType unit() {
    StructType row = new StructType().add("region_code", DataTypes.StringType);
    for (Map.Entry<String, Family.Measure> measure : definitionIndex.measures().entrySet()) {
      if (measure.getValue().value() == null) {
        row = with(row, measure.getKey(), WHOLE);
      }
    }
    return row;
  }

  /** The first of two columns with one name stays; that they have it is another rule's business. */
  private static StructType with(StructType row, String name, DataType type) {
    return List.of(row.fieldNames()).contains(name) ? row : row.add(name, type);
  }

  private static DataType type(String declared) {
    return DeclaredType.of(declared).orElse(DataTypes.NullType);
  }
}
