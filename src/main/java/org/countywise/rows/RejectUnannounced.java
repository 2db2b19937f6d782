package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Rows;

/**
 * Sets aside rows of units that sent no control total: what they delivered is not known to be
 * complete.
 *
 * @param senders units that sent one for the dataset, each standing for itself
 */
public record RejectUnannounced(CodesByMonth senders) implements Stage {
  /** Why such rows do not count. */
  public static final String REASON = "its county sent no control total";

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Column sent = senders.of(Rows.UNIT.column(), Rows.PERIOD.column());
    return rows.withColumn(
        Rows.REASON.name(), coalesce(Rows.REASON.column(), when(sent.isNull(), lit(REASON))));
  }
}
