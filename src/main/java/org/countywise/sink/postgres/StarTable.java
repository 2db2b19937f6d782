package org.countywise.sink.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Revision;

/**
 * A table of the schema: the values, or a dimension beside them.
 *
 * @param columns in order
 * @param key names of the columns that tell its rows apart
 */
public record StarTable(String schema, String name, List<Column> columns, List<String> key) {
  static final String VALUES = "indicator_value";

  /** A column; its type as PostgreSQL writes it. */
  public record Column(String name, String type) {}

  /** The table that rows of a shape go to. A dimension's key is its first column. */
  static StarTable of(String schema, String name, StructType shape) {
    List<Column> columns =
        Arrays.stream(shape.fields())
            .map(field -> new Column(field.name(), type(field.dataType())))
            .toList();
    List<String> key =
        name.equals(VALUES)
            ? Revision.CELL.stream().map(Field::name).toList()
            : List.of(columns.get(0).name());
    return new StarTable(schema, name, columns, key);
  }

  private static String type(DataType type) {
    if (type instanceof DecimalType exact) {
      return "numeric(%d, %d)".formatted(exact.precision(), exact.scale());
    }
    if (type.equals(DataTypes.StringType)) {
      return "text";
    }
    if (type.equals(DataTypes.DoubleType)) {
      return "double precision";
    }
    // Spark's own words for whole numbers, dates and flags are those of PostgreSQL.
    return type.sql().toLowerCase(Locale.ROOT);
  }

  /** The same table with other columns. */
  StarTable with(List<Column> others) {
    return new StarTable(schema, name, others, key);
  }

  /** Names of all columns. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Names of the columns that can change in a row. */
  public List<String> changing() {
    return names().stream().filter(column -> !key.contains(column)).toList();
  }

  /** Names of the columns that say something of a row, whichever release published it. */
  public List<String> said() {
    return changing().stream()
        .filter(column -> !column.equals(IndicatorValue.RELEASE.name()))
        .toList();
  }
}
