package org.countywise.stage;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.countywise.plan.Distribution;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Computes a statistic of the records of every region, which is never rolled up.
 *
 * <p>In: records spread over all regions they lie in ({@link Regions#PERIOD}, {@link
 * Regions#REGION}, {@link Regions#LEVEL}, {@link Regions#UNIT}, {@link #VALUE}, {@link #WEIGHT}).
 * Out: parts, one row per region. Records with one value are one: the result depends neither on
 * their order nor on partitions. A value that is not known makes the statistic unknown. The terms
 * of a side are the records.
 *
 * <p>Gini: {@code sum of y w (2 C - w) - W S} over {@code W S}, with w the weight at a value y, C
 * the weight up to it, W all weight and S the sum of y w; the covariance form of Lerman and
 * Yitzhaki (1984) with ties taken together.
 */
public record Distribute(Distribution distribution) implements Stage {
  /** The value of a record, at 6 decimals. */
  public static final String VALUE = "_value";

  /** The weight of a record, a whole number. */
  public static final String WEIGHT = "_weight";

  private static final String UP_TO = "_up_to";
  private static final String ALL = "_all";
  private static final String NOT_KNOWN = "_not_known";
  private static final String RECORDS = "_records";

  /** The records of the view's rows, in their own region. */
  public static Dataset<Row> records(Distribution distribution, Dataset<Row> rows, Others others) {
    Dataset<Row> accepted = rows.filter(org.countywise.table.Rows.REASON.column().isNull());
    Dataset<Row> tallied = Tally.all(accepted, distribution.view().tallies(), others);
    String where = distribution.view().where();
    return (where.isEmpty() ? tallied : tallied.filter(expr(where)))
        .select(
            lit(distribution.indicator()).as(Parts.INDICATOR.name()),
            Regions.PERIOD.column(),
            org.countywise.table.Rows.REGION.column().as(Regions.REGION.name()),
            expr(distribution.value()).cast("decimal(18,6)").as(VALUE),
            expr(distribution.weight()).cast("decimal(12,0)").as(WEIGHT));
  }

  /** How many records a statistic is of. */
  public static Column records() {
    return Side.NUMERATOR.count(Cells.TERMS);
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> spread) {
    Column[] region = region();
    List<Column> valued = new ArrayList<>(List.of(region));
    valued.add(Field.declared(VALUE));
    WindowSpec all = Window.partitionBy(region);
    WindowSpec upTo =
        all.orderBy(Field.declared(VALUE))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Dataset<Row> cumulated =
        spread
            .groupBy(valued.toArray(Column[]::new))
            .agg(
                sum(Field.declared(WEIGHT)).cast("decimal(14,0)").as(WEIGHT),
                count(lit(1)).as(RECORDS))
            .withColumn(UP_TO, sum(Field.declared(WEIGHT)).over(upTo).cast("decimal(14,0)"))
            .withColumn(ALL, sum(Field.declared(WEIGHT)).over(all).cast("decimal(14,0)"));
    Column notKnown = Field.declared(VALUE).isNull().or(Field.declared(WEIGHT).isNull());
    Dataset<Row> summed =
        cumulated
            .groupBy(region)
            .agg(
                numerator().as(Side.NUMERATOR.name()),
                denominator().as(Side.DENOMINATOR.name()),
                sum(Field.declared(RECORDS)).as(RECORDS),
                sum(when(notKnown, 1L).otherwise(0L)).as(NOT_KNOWN));
    List<Column> columns = new ArrayList<>(List.of(region));
    columns.add(lit("").as(Cells.BREAKDOWN.name()));
    for (Side side : Side.values()) {
      columns.addAll(side(side));
    }
    columns.add(lit(null).cast(Field.EXACT).as(Parts.GAP.name()));
    return summed.select(columns.toArray(Column[]::new));
  }

  private static Column[] region() {
    return Field.columns(
        Parts.INDICATOR, Regions.PERIOD, Regions.REGION, Regions.LEVEL, Regions.UNIT);
  }

  /** All weight times the sum of the value. */
  private static Column denominator() {
    return sum(weighted().multiply(Field.declared(ALL)));
  }

  private static Column weighted() {
    return Field.declared(VALUE).multiply(Field.declared(WEIGHT)).cast("decimal(24,6)");
  }

  private Column numerator() {
    Column below = Field.declared(UP_TO).multiply(2).minus(Field.declared(WEIGHT));
    Column all = Field.declared(ALL);
    return switch (distribution.kind()) {
      case GINI -> sum(weighted().multiply(below.minus(all).cast("decimal(14,0)")));
      case MEDIAN -> min(when(Field.declared(UP_TO).multiply(2).geq(all), Field.declared(VALUE)));
    };
  }

  private List<Column> side(Side side) {
    boolean counts = side == Side.NUMERATOR || distribution.kind() == Distribution.Kind.GINI;
    Column sum = counts ? Field.declared(side.name()) : lit(null);
    Column notKnown = Field.declared(NOT_KNOWN);
    return List.of(
        side.as(Cells.SUM, when(notKnown.equalTo(0), sum)),
        side.as(Cells.UNKNOWN, counts ? notKnown : lit(0L)),
        side.as(Cells.HIDDEN, lit(0L)),
        side.as(Cells.TERMS, counts ? Field.declared(RECORDS) : lit(0L)),
        side.as(Cells.TOTAL, lit(null)),
        side.as(Cells.TOTAL_HIDDEN, lit(0L)));
  }
}
