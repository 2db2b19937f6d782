package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Rows;

/**
 * Repeats the rows of reference data, which have no period, in every period they are measured in.
 *
 * @param periods {@link Rows#PERIOD}
 */
public record EveryPeriod(Dataset<Row> periods) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Column first = to_date(concat(Rows.PERIOD.column(), lit("-01")));
    return rows.drop(Rows.PERIOD.name(), Rows.PERIOD_START.name(), Rows.PERIOD_END.name())
        .crossJoin(broadcast(periods))
        .withColumn(Rows.PERIOD_START.name(), first)
        .withColumn(Rows.PERIOD_END.name(), last_day(first));
  }
}
