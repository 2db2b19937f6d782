package org.countywise.rows;

import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.countywise.plan.Scan;
import org.countywise.table.Field;

/**
 * How wide the whole numbers of rows are reckoned: as int64, which is quick and ends the run where
 * a sum does not fit, or as decimals, which hold what any sums and products of the columns' values
 * come to.
 */
public enum Width {
  INT64,
  DECIMAL;

  /** A declared column in this width. Keys and ids are compared, never reckoned with. */
  Column of(Scan scan, Scan.Column column) {
    Column value = Field.declared(column.name());
    return this == DECIMAL && isReckoned(scan).test(column)
        ? value.cast("int32".equals(column.type()) ? "decimal(10,0)" : "decimal(19,0)")
        : value;
  }

  private static Predicate<Scan.Column> isReckoned(Scan scan) {
    return column ->
        List.of("int32", "int64").contains(column.type())
            && !column.personal()
            && !scan.key().contains(column.name());
  }

  /** A whole number that rows are compared by. */
  public Column whole(Column value) {
    return this == DECIMAL ? value.cast("decimal(38,0)") : value.cast("long");
  }
}
