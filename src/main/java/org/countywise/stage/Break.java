package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Regions;

/**
 * Marks values of regions that are no longer the territory they were, where nothing graver is to be
 * said of them.
 *
 * <p>In and out: {@link IndicatorValue#SCHEMA}.
 *
 * @param broken {@link Regions#PERIOD}, {@link Regions#REGION}, each once; null for none
 */
public record Break(Dataset<Row> broken) implements Stage {
  private static final String MARK = "_broken";

  @Override
  public Dataset<Row> apply(Dataset<Row> values) {
    if (broken == null) {
      return values;
    }
    Column marked = coalesce(Field.declared(MARK), lit(false));
    Column lighter = IndicatorValue.STATUS.column().isin("P", "A");
    return values
        .join(
            broadcast(broken.withColumn(MARK, lit(true))),
            Field.names(Regions.PERIOD, Regions.REGION),
            "left")
        .withColumn(
            IndicatorValue.STATUS.name(),
            when(marked.and(lighter), lit("B")).otherwise(IndicatorValue.STATUS.column()))
        .select(Arrays.stream(values.columns()).map(Field::declared).toArray(Column[]::new));
  }
}
