package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Makes numerators and denominators out of measures, in the lowest regions.
 *
 * <p>In: {@link Cells#SCHEMA} of every month needed. Out: indicator, period, region, breakdown and
 * the numbers of {@link Side} for each side.
 *
 * @param terms which measure of which month counts how often in which indicator and period:
 *     indicator, period, side, measure, month, dimension, coefficient, stands
 * @param moves regions of a month that lie elsewhere in a period: {@link Moves#MOVES}; null for
 *     none
 * @param unitDigits length of a unit's code: from there down, a published total stands in for its
 *     measure at once
 */
public record Derive(Dataset<Row> terms, Dataset<Row> moves, int unitDigits) implements Stage {
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
    Dataset<Row> resolved =
        measured.withColumn(Parts.GAP.name(), standIn().gap()).withColumn(CELL, resolved());
    Column same =
        Field.declared(NAME)
            .equalTo(Parts.MEASURE.column())
            .and(Field.declared("_month").equalTo(Parts.MONTH.column()))
            .and(Field.declared("_dimension").equalTo(Cells.DIMENSION.column()));
    List<Column> sums = new ArrayList<>();
    for (Side side : Side.values()) {
      sums.addAll(sums(side));
    }
    Column numerator = Parts.SIDE.column().equalTo(lit(Side.NUMERATOR.name()));
    sums.add(sum(when(numerator, Parts.GAP.column())).cast(Field.EXACT).as(Parts.GAP.name()));
    return new Relocate(moves, List.of(Parts.MONTH, Regions.PERIOD), Cells.REGION)
        .apply(resolved.join(broadcast(terms), same))
        .groupBy(
            Parts.INDICATOR.column(),
            Cells.PERIOD.column(),
            Cells.REGION.column(),
            Cells.BREAKDOWN.column())
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  /** A number of the cell; totals only where those of the whole side add up. */
  private static Column standing(Field number) {
    return isTotal(number) ? when(Parts.STANDS.column(), number(number)) : number(number);
  }

  private static boolean isTotal(Field number) {
    return number.equals(Cells.TOTAL)
        || number.equals(Cells.TOTAL_HIDDEN)
        || number.equals(Cells.TOTAL_LOST);
  }

  private Column standsAlone() {
    return length(Cells.REGION.column()).geq(unitDigits);
  }

  private static Column number(Field field) {
    return Field.inside(CELL, field.name());
  }

  /** In the lowest regions up to the unit a published total stands in for its measure at once. */
  private StandIn standIn() {
    return new StandIn(Derive::number, standsAlone());
  }

  private Column resolved() {
    List<Column> numbers = new ArrayList<>();
    for (Field field : Side.NUMBERS) {
      Column number = standIn().number(field);
      Column resolved =
          !isTotal(field)
              ? number
              : when(standsAlone(), field.equals(Cells.TOTAL) ? lit(null) : lit(0L))
                  .otherwise(number);
      numbers.add(resolved.as(field.name()));
    }
    return struct(numbers.toArray(Column[]::new));
  }

  /**
   * Exact at 12 decimals for every value there is: the whole part and the rest are multiplied
   * apart, since Spark would take decimals from a product of the widest numbers.
   */
  private static Column times(Column value) {
    Column coefficient = Parts.COEFFICIENT.column();
    Column whole = when(value.lt(0), ceil(value)).otherwise(floor(value)).cast("decimal(26,0)");
    Column rest = value.minus(whole).cast("decimal(12,12)");
    Column product =
        whole
            .multiply(coefficient)
            .cast(Field.EXACT)
            .plus(rest.multiply(coefficient).cast(Field.EXACT))
            .cast(Field.EXACT);
    return when(coefficient.equalTo(1), value).otherwise(product);
  }

  private static List<Column> sums(Side side) {
    Column mine = Parts.SIDE.column().equalTo(lit(side.name()));
    List<Column> sums = new ArrayList<>();
    for (Field number : Side.NUMBERS) {
      Column value = standing(number);
      Column times = number.type().equals(Field.EXACT) ? times(value) : value;
      sums.add(side.as(number, sum(when(mine, times))));
    }
    return sums;
  }
}
