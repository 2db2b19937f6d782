package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Settles to which value of a breakdown rejected rows belong. What stands in the cell of one may be
 * anything, so only values that accepted rows have too are taken from them; a rejected row with
 * another one, or none, may be missing in each value of its region.
 *
 * <p>In and out: numbers by period, region, {@link Cells#DIMENSION} and {@link Cells#BREAKDOWN};
 * out without values that only rejected rows have.
 *
 * @param terms the column that counts accepted rows that are summed
 * @param lost the columns that count what is lost
 */
record Unplaced(String terms, List<String> lost) implements Stage {
  private static final String IS_VALUE = "_is_value";

  @Override
  public Dataset<Row> apply(Dataset<Row> broken) {
    WindowSpec sameValue = Window.partitionBy(Cells.DIMENSION.column(), Cells.BREAKDOWN.column());
    WindowSpec sameRegion =
        Window.partitionBy(Rows.PERIOD.column(), Cells.REGION.column(), Cells.DIMENSION.column());
    Column isValue = Field.declared(IS_VALUE);
    Dataset<Row> settled =
        broken.withColumn(IS_VALUE, sum(Field.declared(terms)).over(sameValue).gt(0));
    Map<String, Column> placed = new LinkedHashMap<>();
    for (String name : lost) {
      Column unplaced = sum(when(isValue.unary_$bang(), Field.declared(name))).over(sameRegion);
      placed.put(name, Field.declared(name).plus(coalesce(unplaced, lit(0L))));
    }
    return settled.withColumns(placed).filter(isValue).drop(terms, IS_VALUE);
  }
}
