package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Which indicators lack data of which units.
 *
 * @param expected units by period: {@link Regions#PERIOD}, {@link Regions#UNIT}
 * @param needs what each side of an indicator needs: indicator, period, side, dataset, month
 * @param delivered what there is: dataset, month, unit
 */
public record Cover(Dataset<Row> expected, Dataset<Row> needs, Dataset<Row> delivered) {

  /**
   * Units without all the data of an indicator.
   *
   * <p>Out: indicator, period, unit, whether a side is absent (0 or 1), and {@link
   * Parts#EVERYWHERE}: true where every expected unit lacks data, as with a history that does not
   * reach back.
   */
  public Dataset<Row> absences() {
    Dataset<Row> wanted = expected.join(broadcast(needs), Regions.PERIOD.name());
    Dataset<Row> missing =
        wanted.join(delivered, Field.names(Parts.DATASET, Parts.MONTH, Regions.UNIT), "left_anti");
    Dataset<Row> absent =
        missing
            .groupBy(Parts.INDICATOR.column(), Regions.PERIOD.column(), Regions.UNIT.column())
            .agg(
                max(absent(Side.NUMERATOR)).as(Parts.ABSENT_NUMERATOR.name()),
                max(absent(Side.DENOMINATOR)).as(Parts.ABSENT_DENOMINATOR.name()),
                min(Parts.MONTH.column().lt(Regions.PERIOD.column())).as(Parts.HISTORY.name()));
    return absent.join(broadcast(everywhere(absent)), Field.names(Parts.INDICATOR, Regions.PERIOD));
  }

  private Dataset<Row> everywhere(Dataset<Row> absent) {
    Dataset<Row> units =
        expected.groupBy(Regions.PERIOD.column()).agg(count(lit(1)).as(Parts.EXPECTED.name()));
    return absent
        .groupBy(Parts.INDICATOR.column(), Regions.PERIOD.column())
        .agg(count(lit(1)).as(Parts.ABSENT.name()))
        .join(units, Regions.PERIOD.name())
        .select(
            Parts.INDICATOR.column(),
            Regions.PERIOD.column(),
            Parts.ABSENT.column().equalTo(Parts.EXPECTED.column()).as(Parts.EVERYWHERE.name()));
  }

  private static Column absent(Side side) {
    return when(Parts.SIDE.column().equalTo(side.name()), 1L).otherwise(0L);
  }

  /**
   * The absences of the units below each region, itself included; regions without any have no row.
   *
   * @param above units to the regions above them and themselves: period, unit, region
   */
  public Dataset<Row> coverage(Dataset<Row> absences, Dataset<Row> above) {
    Dataset<Row> units =
        above
            .join(expected, Field.names(Regions.PERIOD, Regions.UNIT), "left_semi")
            .groupBy(Regions.PERIOD.column(), Regions.REGION.column())
            .agg(count(lit(1)).as(Parts.EXPECTED.name()));
    return absences
        .join(broadcast(above), Field.names(Regions.PERIOD, Regions.UNIT))
        .groupBy(Parts.INDICATOR.column(), Regions.PERIOD.column(), Regions.REGION.column())
        .agg(
            count(lit(1)).as(Parts.ABSENT.name()),
            sum(Parts.ABSENT_NUMERATOR.column()).as(Parts.ABSENT_NUMERATOR.name()),
            sum(Parts.ABSENT_DENOMINATOR.column()).as(Parts.ABSENT_DENOMINATOR.name()),
            max(Parts.EVERYWHERE.column()).as(Parts.EVERYWHERE.name()),
            min(Parts.HISTORY.column()).as(Parts.HISTORY.name()))
        .join(broadcast(units), Field.names(Regions.PERIOD, Regions.REGION));
  }
}
