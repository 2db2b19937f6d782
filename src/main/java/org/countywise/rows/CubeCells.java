package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
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
 * Cells under the period in which they count and the unit they lie in then.
 *
 * <p>In: {@link Cells#SCHEMA} of every month needed. Out: {@link #KEYS} and the columns of {@link
 * Cells#CELL}; a cell that counts in several periods is there for each.
 *
 * @param terms {@link #TERMS}: the periods in which a measure of a month counts
 * @param moves regions of a month that lie elsewhere in a period: {@link Moves#MOVES}
 * @param elsewhere regions that lie in another unit than their code begins with: {@link #ELSEWHERE}
 * @param digits length of a unit's code
 */
public record CubeCells(Dataset<Row> terms, Dataset<Row> moves, Dataset<Row> elsewhere, int digits)
    implements Stage {
  /** Which measure of which month counts in which period. */
  public static final List<Field> TERMS =
      List.of(Parts.MEASURE, Parts.MONTH, Cells.DIMENSION, Regions.PERIOD);

  /** A region of a period and the unit it lies in; the empty code for none. */
  public static final List<Field> ELSEWHERE = List.of(Regions.PERIOD, Parts.LOCATED, Regions.UNIT);

  /** What a cell is of and where it lies. */
  static final List<Field> KEYS =
      List.of(
          Parts.KEY,
          Parts.LOCATED,
          Parts.MEASURE,
          Parts.SIDE,
          Parts.MONTH,
          Cells.REGION,
          Cells.DIMENSION,
          Cells.BREAKDOWN);

  private static final List<Field> NUMBERS =
      List.of(
          Cells.SUM,
          Cells.UNKNOWN,
          Cells.HIDDEN,
          Cells.LOST,
          Cells.TERMS,
          Cells.TOTAL,
          Cells.TOTAL_HIDDEN,
          Cells.TOTAL_LOST);

  private static final String CELL = "_cell";

  @Override
  public Dataset<Row> apply(Dataset<Row> cells) {
    Dataset<Row> measured =
        cells
            .select(
                Cells.PERIOD.column().as(Parts.MONTH.name()),
                Cells.REGION.column(),
                Cells.DIMENSION.column(),
                Cells.BREAKDOWN.column(),
                explode(Cells.VALUES.column()).as(new String[] {Parts.MEASURE.name(), CELL}))
            .join(broadcast(terms), Field.names(Parts.MEASURE, Parts.MONTH, Cells.DIMENSION))
            .withColumn(Parts.LOCATED.name(), Cells.REGION.column())
            .withColumn(Parts.SIDE.name(), lit(""));
    Dataset<Row> located =
        new Relocate(moves, List.of(Parts.MONTH, Regions.PERIOD), Parts.LOCATED).apply(measured);
    return located
        .join(broadcast(elsewhere), Field.names(Regions.PERIOD, Parts.LOCATED), "left")
        .withColumn(
            Parts.KEY.name(), key(coalesce(Regions.UNIT.column(), unitOf(Parts.LOCATED.column()))))
        .select(columns(CELL));
  }

  private Column unitOf(Column region) {
    return when(length(region).geq(digits), substring(region, 1, digits)).otherwise(lit(""));
  }

  private static Column key(Column unit) {
    return concat(Regions.PERIOD.column(), lit("|"), unit);
  }

  /** The regions of each period under the key of their unit; those above the units have none. */
  public static Dataset<Row> keyed(Dataset<Row> regions) {
    return regions
        .filter(Regions.UNIT.column().isNotNull())
        .withColumn(Parts.KEY.name(), key(Regions.UNIT.column()))
        .select(
            Field.columns(
                Parts.KEY,
                Regions.REGION,
                Regions.LEVEL,
                Regions.UNIT,
                Regions.WITHIN,
                Regions.ABOVE));
  }

  /**
   * The sides of a statistic as cells of their own region.
   *
   * @param statistics as {@link Distribute} gives them
   */
  public static Dataset<Row> of(Dataset<Row> statistics) {
    return side(statistics, Parts.NUMERATOR).unionByName(side(statistics, Parts.DENOMINATOR));
  }

  private static Dataset<Row> side(Dataset<Row> statistics, Field side) {
    Column region = Regions.REGION.column();
    return statistics
        .withColumn(Parts.KEY.name(), key(coalesce(Regions.UNIT.column(), lit(""))))
        .withColumn(Parts.LOCATED.name(), region)
        .withColumn(Parts.MEASURE.name(), Parts.INDICATOR.column())
        .withColumn(Parts.SIDE.name(), lit(side.name()))
        .withColumn(Parts.MONTH.name(), Regions.PERIOD.column())
        .withColumn(Cells.DIMENSION.name(), lit(""))
        .withColumn(Cells.BREAKDOWN.name(), lit(""))
        .select(columns(side.name()));
  }

  private static Column[] columns(String struct) {
    List<Column> columns = new ArrayList<>(List.of(Field.columns(KEYS)));
    NUMBERS.forEach(of -> columns.add(Field.inside(struct, of.name()).as(of.name())));
    return columns.toArray(Column[]::new);
  }
}
