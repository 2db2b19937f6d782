package org.countywise.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.countywise.plan.MonthlyTally;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * A monthly tally as earlier runs left it. Tallies of all keys and values lie in one table, whose
 * columns are named by their place in a tally and by their type: {@code whole_0} is the first key
 * where that is a whole number, {@code text_2} the third column where it is anything else.
 *
 * @param months that are known, {@code YYYY-MM}
 * @param rows of these months, with {@link Rows#PERIOD}
 */
public record KeptTally(Set<String> months, Dataset<Row> rows) {

  /** Rows of a monthly tally as they are kept. */
  public static Dataset<Row> packed(Dataset<Row> tallied) {
    List<Column> columns = new ArrayList<>(List.of(Rows.PERIOD.column()));
    for (StructField field : columns(tallied.schema())) {
      Column value = Field.declared(field.name()).cast(kept(field));
      columns.add(value.as(name(columns.size() - 1, field)));
    }
    return tallied.select(columns.toArray(Column[]::new));
  }

  /** The rows with the columns that a {@link MonthlyTally} has. */
  Dataset<Row> unpacked(StructType schema) {
    List<Column> columns = new ArrayList<>(List.of(Rows.PERIOD.column()));
    for (StructField field : columns(schema)) {
      Column value = Field.declared(name(columns.size() - 1, field));
      columns.add(value.cast(field.dataType()).as(field.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static List<StructField> columns(StructType schema) {
    return Stream.of(schema.fields())
        .filter(field -> !field.name().equals(Rows.PERIOD.name()))
        .toList();
  }

  private static String name(int place, StructField field) {
    return (kept(field).equals(DataTypes.LongType) ? "whole_" : "text_") + place;
  }

  private static DataType kept(StructField field) {
    boolean whole = field.dataType().equals(DataTypes.LongType);
    return whole ? DataTypes.LongType : DataTypes.StringType;
  }
}
