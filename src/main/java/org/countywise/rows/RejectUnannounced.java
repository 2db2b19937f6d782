package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * Sets aside rows of units that sent no control total: what they delivered is not known to be
 * complete.
 *
 * @param delivered units that sent one for the dataset: month, unit
 */
public record RejectUnannounced(Dataset<Row> delivered) implements Stage {
  /** Why such rows do not count. */
  public static final String REASON = "its county sent no control total";

  private static final String MONTH = "_month";
  private static final String SENDER = "_sender";

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Dataset<Row> senders =
        broadcast(
            delivered.select(Parts.MONTH.column().as(MONTH), Regions.UNIT.column().as(SENDER)));
    Column same =
        Rows.PERIOD
            .column()
            .equalTo(Field.declared(MONTH))
            .and(Rows.UNIT.column().equalTo(Field.declared(SENDER)));
    return rows.join(senders, same, "left")
        .withColumn(
            Rows.REASON.name(),
            coalesce(Rows.REASON.column(), when(Field.declared(SENDER).isNull(), lit(REASON))))
        .drop(MONTH, SENDER);
  }
}
