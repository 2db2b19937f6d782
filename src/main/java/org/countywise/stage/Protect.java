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
import org.countywise.table.Withheld;

/**
 * Takes the numbers out of rows that must not be published. Their status is Q, unless they were not
 * delivered or cannot exist.
 *
 * <p>In and out: {@link IndicatorValue#SCHEMA}.
 *
 * @param withheld the rows: {@link Withheld#KEY} and more
 */
public record Protect(Dataset<Row> withheld) implements Stage {
  private static final String HIDDEN = "_hidden";

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Field[] key = Withheld.KEY.toArray(Field[]::new);
    Dataset<Row> keys = withheld.select(Field.columns(key)).withColumn(HIDDEN, lit(true));
    Column hidden = coalesce(Field.declared(HIDDEN), lit(false));
    Column[] columns =
        Arrays.stream(IndicatorValue.SCHEMA.fieldNames())
            .map(name -> protectedColumn(name, hidden))
            .toArray(Column[]::new);
    return rows.join(broadcast(keys), Field.names(key), "left").select(columns);
  }

  private static Column protectedColumn(String name, Column hidden) {
    Column as = Field.declared(name);
    if (name.equals(IndicatorValue.STATUS.name())) {
      return when(hidden.and(as.isin("O", "M").unary_$bang()), lit("Q")).otherwise(as).as(name);
    }
    boolean number =
        name.equals(IndicatorValue.VALUE.name())
            || name.equals(IndicatorValue.NUMERATOR.name())
            || name.equals(IndicatorValue.DENOMINATOR.name());
    return number ? when(hidden.unary_$bang(), as).as(name) : as;
  }
}
