package org.countywise.delivery;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * How the declared columns are read from a file. Files of the same layout are read together.
 *
 * @param readings one for each declared column, in their order
 */
record Layout(List<Scan.Column> columns, List<Reading> readings) {

  /** Of a file that is as declared. */
  static Layout declared(List<Scan.Column> columns) {
    return new Layout(
        columns, columns.stream().map(column -> Reading.plain(column.stored())).toList());
  }

  /** What Spark is to read, under the names in the files. */
  StructType schema() {
    StructType schema = new StructType();
    for (int i = 0; i < columns.size(); i++) {
      if (readings.get(i).type() != null) {
        schema = schema.add(columns.get(i).given(), readings.get(i).type(), true);
      }
    }
    return schema;
  }

  /**
   * The declared columns of rows that were read, the period, and {@link Rows#fault} where a value
   * may be none of the declared type.
   */
  Dataset<Row> apply(Dataset<Row> rows) {
    if (plain()) {
      return rows;
    }
    Map<String, Column> wanted = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Scan.Column column = columns.get(i);
      Reading reading = readings.get(i);
      String stored = Field.quoted(column.given());
      Column value = expr(reading.value().replace("{}", stored));
      wanted.put(column.name(), value.as(column.name()));
      if (!reading.fault().isEmpty()) {
        Column lost = Field.declared(column.given()).isNotNull().and(value.isNull());
        String fault = Rows.fault(column.name()).name();
        wanted.put(fault, when(lost, lit(reading.fault())).as(fault));
      }
    }
    List<Column> all = new ArrayList<>(wanted.values());
    if (List.of(rows.columns()).contains(Rows.PERIOD.name())) {
      all.add(Rows.PERIOD.column());
    }
    return rows.select(all.toArray(Column[]::new));
  }

  private boolean plain() {
    return equals(declared(columns))
        && columns.stream().allMatch(column -> column.given().equals(column.name()));
  }
}
