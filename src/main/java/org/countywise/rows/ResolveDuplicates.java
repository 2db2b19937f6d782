package org.countywise.rows;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Makes keys unique: of identical rows one is kept, conflicting rows are all rejected.
 *
 * <p>Sorts every row by its key; {@code run} applies it only where the keys were found not to be
 * unique.
 */
public record ResolveDuplicates(Scan scan) implements Stage {
  /** Why the second of two identical rows does not count; not a rejection. */
  public static final String REPEATED = "repeats an identical row";

  /** Why rows with one key and different content do not count. */
  public static final String CONFLICT = "shares its key with a different row";

  private static final String FIRST = "_first";
  private static final String LAST = "_last";
  private static final String NUMBER = "_number";

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Column content =
        struct(scan.columnNames().stream().map(Field::declared).toArray(Column[]::new));
    WindowSpec sameKey = Window.partitionBy(key());
    Column keyed =
        scan.key().stream()
            .map(name -> Field.declared(name).isNotNull())
            .reduce(Column::and)
            .orElseThrow();
    return rows.withColumn(FIRST, min(content).over(sameKey))
        .withColumn(LAST, max(content).over(sameKey))
        .withColumn(
            NUMBER, row_number().over(sameKey.orderBy(Rows.REASON.column().asc_nulls_first())))
        .withColumn(
            Rows.REASON.name(),
            when(
                    keyed.and(Field.declared(FIRST).eqNullSafe(Field.declared(LAST)).unary_$bang()),
                    lit(CONFLICT))
                .when(
                    keyed.and(Field.declared(NUMBER).gt(1)).and(Rows.REASON.column().isNull()),
                    lit(REPEATED))
                .otherwise(Rows.REASON.column()))
        .drop(FIRST, LAST, NUMBER);
  }

  private Column[] key() {
    return Stream.concat(Stream.of(Rows.PERIOD.column()), scan.key().stream().map(Field::declared))
        .toArray(Column[]::new);
  }
}
