package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;

/**
 * Makes numerators and denominators out of measures, in the lowest regions.
 *
 * <p>In: {@link Cells#SCHEMA} of every month needed. Out: indicator, period, region, breakdown and
 * the six numbers of {@link Side} for each side.
 *
 * @param terms which measure of which month counts how often in which indicator and period:
 *     indicator, period, side, measure, month, dimension, coefficient
 */
public record Derive(Dataset<Row> terms) implements Stage {
  private static final String NAME = "_measure";
  private static final String CELL = "_cell";

  @Override
  public Dataset<Row> apply(Dataset<Row> cells) {
    Dataset<Row> measured =
        cells.select(
            Cells.PERIOD.column().as("_month"),
            Cells.REGION.column(),
            Cells.DIMENSION.column().as("_dimension"),
            Cells.BREAKDOWN.column(),
            explode(Cells.VALUES.column()).as(new String[] {NAME, CELL}));
    Column same =
        Field.declared(NAME)
            .equalTo(Parts.MEASURE.column())
            .and(Field.declared("_month").equalTo(Parts.MONTH.column()))
            .and(Field.declared("_dimension").equalTo(Cells.DIMENSION.column()));
    List<Column> sums = new ArrayList<>();
    for (Side side : Side.values()) {
      sums.addAll(sums(side));
    }
    return measured
        .join(broadcast(terms), same)
        .groupBy(
            Parts.INDICATOR.column(),
            Cells.PERIOD.column(),
            Cells.REGION.column(),
            Cells.BREAKDOWN.column())
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  private static List<Column> sums(Side side) {
    Column mine = Parts.SIDE.column().equalTo(lit(side.name()));
    List<Column> sums = new ArrayList<>();
    for (Field number : Side.NUMBERS) {
      Column value = Field.inside(CELL, number.name());
      Column times =
          number.type().equals(Field.EXACT)
              ? value.multiply(Parts.COEFFICIENT.column()).cast(Field.EXACT)
              : value;
      sums.add(side.as(number, sum(when(mine, times))));
    }
    return sums;
  }
}
