package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Gives every region a row for every indicator with a total, so that what was not met becomes zero
 * and not absent.
 *
 * <p>In: regions by period, with level and unit. Out: parts without numbers.
 *
 * @param indicators ids of indicators whose total is published: {@link Parts#INDICATOR}
 */
public record Grid(Dataset<Row> indicators) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> regions) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Parts.INDICATOR.column(),
                Cells.PERIOD.column(),
                Regions.REGION.column(),
                Regions.LEVEL.column(),
                Regions.UNIT.column(),
                lit("").as(Cells.BREAKDOWN.name())));
    for (Side side : Side.values()) {
      for (Field number : Side.NUMBERS) {
        columns.add(side.as(number, lit(null)));
      }
    }
    columns.add(lit(null).cast(Field.EXACT).as(Parts.GAP.name()));
    return regions.crossJoin(broadcast(indicators)).select(columns.toArray(Column[]::new));
  }
}
