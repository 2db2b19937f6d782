package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Adds up what lies in a region: its own parts and those handed up from below.
 *
 * <p>Where a part is hidden, lost or not known, or there is none, a published total of the region
 * stands in for its parts. In and out: parts as {@link Derive} makes them with the region's level
 * and unit, several rows or one per indicator, period, region and breakdown.
 */
public record RollUp() implements Stage {
  /** The region above, as an element of {@link Regions#ABOVE}. */
  public static final String PARENT = "_parent";

  @Override
  public Dataset<Row> apply(Dataset<Row> parts) {
    List<Column> sums = new ArrayList<>();
    for (Side side : Side.values()) {
      Side.NUMBERS.forEach(number -> sums.add(side.as(number, sum(side.column(number)))));
    }
    sums.add(sum(Parts.GAP.column()).cast(Field.EXACT).as(Parts.GAP.name()));
    Dataset<Row> added =
        parts.groupBy(keys()).agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    List<Column> columns = new ArrayList<>(List.of(keys()));
    for (Side side : Side.values()) {
      columns.addAll(standIn(side));
    }
    columns.add(coalesce(Parts.GAP.column(), gap()).as(Parts.GAP.name()));
    return added.select(columns.toArray(Column[]::new));
  }

  /**
   * What the regions of one level hand up to the regions above them.
   *
   * @param rolled one level, rolled up
   * @param above {@link Regions#PERIOD}, {@link Regions#REGION} and the struct {@link #PARENT}
   */
  public static Dataset<Row> handUp(Dataset<Row> rolled, Dataset<Row> above) {
    List<Column> columns = new ArrayList<>();
    columns.add(Parts.INDICATOR.column());
    columns.add(Cells.PERIOD.column());
    for (Field field : List.of(Regions.REGION, Regions.LEVEL, Regions.UNIT)) {
      columns.add(Field.inside(PARENT, field.name()).as(field.name()));
    }
    columns.add(Cells.BREAKDOWN.column());
    for (Side side : Side.values()) {
      Stream.of(Cells.SUM, Cells.UNKNOWN, Cells.HIDDEN, Cells.LOST, Cells.TERMS)
          .forEach(number -> columns.add(side.as(number, side.column(number))));
      columns.add(side.as(Cells.TOTAL, lit(null)));
      columns.add(side.as(Cells.TOTAL_HIDDEN, lit(0L)));
      columns.add(side.as(Cells.TOTAL_LOST, lit(0L)));
    }
    columns.add(lit(null).cast(Field.EXACT).as(Parts.GAP.name()));
    return rolled
        .join(above, Field.names(Regions.PERIOD, Regions.REGION))
        .select(columns.toArray(Column[]::new));
  }

  /** The exact sum of the numerator. */
  public static Column numerator() {
    return Side.NUMERATOR.column(Cells.SUM);
  }

  /** Whether a row of parts holds any term, and not only the note that one is lost. */
  public static Column hasTerms() {
    return Side.NUMERATOR.count(Cells.TERMS).plus(Side.DENOMINATOR.count(Cells.TERMS)).gt(0);
  }

  static Column[] keys() {
    return Field.columns(
        Parts.INDICATOR,
        Cells.PERIOD,
        Regions.REGION,
        Regions.LEVEL,
        Regions.UNIT,
        Cells.BREAKDOWN);
  }

  private static List<Column> standIn(Side side) {
    StandIn by = byTotal(side);
    return Side.NUMBERS.stream().map(number -> side.as(number, by.number(number))).toList();
  }

  private static Column gap() {
    return byTotal(Side.NUMERATOR).gap();
  }

  private static StandIn byTotal(Side side) {
    return new StandIn(
        field -> field.type().equals(Field.EXACT) ? side.column(field) : side.count(field),
        lit(true));
  }
}
