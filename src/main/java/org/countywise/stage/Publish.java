package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Makes published rows out of rolled-up parts: the value, both exact parts and the status.
 *
 * <p>Out: {@link IndicatorValue#SCHEMA}.
 *
 * @param indicators {@link Parts#INDICATOR}, {@link Parts#FACTOR}, {@link Parts#RATIO}
 * @param coverage units below a region that lack data: indicator, period, region, {@link
 *     Parts#EXPECTED}, {@link Parts#ABSENT} of them, and which parts they lack; no row where none
 *     does
 * @param unreliable units and regions above them where too many rows were rejected: indicator,
 *     period, region
 */
public record Publish(
    Dataset<Row> indicators, Dataset<Row> coverage, Dataset<Row> unreliable, String release)
    implements Stage {
  private static final String NUMERATOR = "_numerator";
  private static final String DENOMINATOR = "_denominator";

  @Override
  public Dataset<Row> apply(Dataset<Row> rolled) {
    Dataset<Row> known =
        rolled
            .as("rolled")
            .join(broadcast(indicators.as("indicators")), same(Parts.INDICATOR, "indicators"))
            .join(broadcast(coverage.as("coverage")), of("coverage"), "left")
            .join(broadcast(marked().as("unreliable")), of("unreliable"), "left")
            .select(
                Field.every("rolled"),
                Parts.FACTOR.column(),
                Parts.RATIO.column(),
                Parts.EXPECTED.column(),
                Parts.ABSENT.column(),
                Parts.ABSENT_NUMERATOR.column(),
                Parts.ABSENT_DENOMINATOR.column(),
                Parts.EVERYWHERE.column(),
                Parts.HISTORY.column(),
                Parts.UNRELIABLE.column())
            .withColumn(NUMERATOR, part(Side.NUMERATOR, Parts.ABSENT_NUMERATOR))
            .withColumn(
                DENOMINATOR,
                when(Parts.RATIO.column(), part(Side.DENOMINATOR, Parts.ABSENT_DENOMINATOR)))
            .withColumn(IndicatorValue.STATUS.name(), status());
    return known
        .filter(notDelivered().and(Cells.BREAKDOWN.column().notEqual("")).unary_$bang())
        .select(
            Parts.INDICATOR.column(),
            Regions.REGION.column(),
            Regions.LEVEL.column(),
            Cells.PERIOD.column(),
            Cells.BREAKDOWN.column(),
            value().as(IndicatorValue.VALUE.name()),
            shown(NUMERATOR).as(IndicatorValue.NUMERATOR.name()),
            shown(DENOMINATOR).as(IndicatorValue.DENOMINATOR.name()),
            IndicatorValue.STATUS.column(),
            lit(release).as(IndicatorValue.RELEASE.name()));
  }

  private static Column same(Field field, String other) {
    return field.of("rolled").equalTo(field.of(other));
  }

  /** What is said of a unit holds for all that lies in it. */
  private static Column of(String said) {
    return same(Parts.INDICATOR, said)
        .and(same(Cells.PERIOD, said))
        .and(
            coalesce(Regions.UNIT.of("rolled"), Regions.REGION.of("rolled"))
                .equalTo(Regions.REGION.of(said)));
  }

  private Dataset<Row> marked() {
    return unreliable.withColumn(Parts.UNRELIABLE.name(), lit(true));
  }

  /** True where no unit below has all the data. */
  private static Column notDelivered() {
    return coalesce(Parts.ABSENT.column().equalTo(Parts.EXPECTED.column()), lit(false));
  }

  /**
   * An exact part; null where it is hidden, not known or not delivered. Where the history does not
   * reach back for anybody, the part that exists is shown.
   */
  private static Column part(Side side, Field absent) {
    Column sum = side.column(Cells.SUM);
    Column notKnown = sum.isNull().and(side.count(Cells.UNKNOWN).gt(0));
    Column someHaveIt = absent.column().lt(Parts.EXPECTED.column());
    Column atHand = Parts.EVERYWHERE.column().or(Regions.UNIT.column().isNotNull());
    Column shown = coalesce(Parts.HISTORY.column().and(atHand).and(someHaveIt), lit(false));
    return when(side.count(Cells.HIDDEN).gt(0).or(notKnown), lit(null))
        .when(notDelivered().and(shown.unary_$bang()), lit(null))
        .otherwise(coalesce(sum, lit(0)))
        .cast(Field.EXACT);
  }

  private static Column status() {
    Column hidden =
        Side.NUMERATOR.count(Cells.HIDDEN).gt(0).or(Side.DENOMINATOR.count(Cells.HIDDEN).gt(0));
    Column lost =
        Side.NUMERATOR.count(Cells.LOST).gt(0).or(Side.DENOMINATOR.count(Cells.LOST).gt(0));
    Column denominator = Field.declared(DENOMINATOR);
    Column cannotExist =
        coalesce(denominator.equalTo(0), lit(false))
            .or(
                hidden
                    .unary_$bang()
                    .and(
                        Field.declared(NUMERATOR)
                            .isNull()
                            .or(Parts.RATIO.column().and(denominator.isNull()))));
    return when(notDelivered(), lit("O"))
        .when(cannotExist, lit("M"))
        .when(hidden, lit("Q"))
        .when(lost.or(coalesce(Parts.UNRELIABLE.column(), lit(false))), lit("U"))
        .when(coalesce(Parts.ABSENT.column(), lit(0L)).gt(0), lit("P"))
        .otherwise(lit("A"));
  }

  private static Column shown(String part) {
    return Field.declared(part).cast(IndicatorValue.NUMERATOR.type());
  }

  private static Column value() {
    Column numerator = Field.declared(NUMERATOR).cast("double");
    Column denominator = Field.declared(DENOMINATOR).cast("double");
    Column exists = IndicatorValue.STATUS.column().isin("A", "P", "U");
    return when(
        exists,
        when(Parts.RATIO.column(), numerator.divide(denominator).multiply(Parts.FACTOR.column()))
            .otherwise(numerator.multiply(Parts.FACTOR.column())));
  }
}
