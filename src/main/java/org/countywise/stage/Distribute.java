package org.countywise.stage;

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
 * their order nor on partitions. A value that is not known makes the statistic unknown.
 *
 * <p>Gini: {@code sum of y w (2 C - w) - W S} over {@code W S}, with w the weight at a value y, C
 * the weight up to it, W all weight and S the sum of y w; the covariance form of Lerman and
 * Yitzhaki (1984) with ties taken together.
 */
public record Distribute(Distribution distribution) implements Stage {
  /** The value of a record, at 6 decimals: what int64 holds, and more. */
  public static final String VALUE = "_value";

  /** The weight of a record, a whole number. */
  public static final String WEIGHT = "_weight";

  private static final String UP_TO = "_up_to";
  private static final String ALL = "_all";
  private static final String NOT_KNOWN = "_not_known";

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
            expr(distribution.value()).cast("decimal(25,6)").as(VALUE),
            expr(distribution.weight()).cast("decimal(12,0)").as(WEIGHT));
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
            .agg(sum(Field.declared(WEIGHT)).cast("decimal(14,0)").as(WEIGHT))
            .withColumn(UP_TO, sum(Field.declared(WEIGHT)).over(upTo).cast("decimal(14,0)"))
            .withColumn(ALL, sum(Field.declared(WEIGHT)).over(all).cast("decimal(14,0)"));
    Column notKnown = Field.declared(VALUE).isNull().or(Field.declared(WEIGHT).isNull());
    Dataset<Row> summed =
        cumulated
            .groupBy(region)
            .agg(
                sum(when(notKnown, 1L).otherwise(0L)).as(NOT_KNOWN), sums().toArray(Column[]::new));
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

  private List<Column> sums() {
    Column all = Field.declared(ALL);
    Column upTo = Field.declared(UP_TO).multiply(2);
    return switch (distribution.kind()) {
      case GINI -> {
        Column weight = Field.declared(WEIGHT);
        Column weighted = Field.declared(VALUE).multiply(weight).cast("decimal(37,6)");
        Column around = upTo.minus(weight).minus(all).cast("decimal(16,0)");
        List<Column> sums = new ArrayList<>(LongSum.sums(Side.NUMERATOR.name(), weighted, around));
        sums.addAll(LongSum.sums(Side.DENOMINATOR.name(), weighted, all));
        yield sums;
      }
      case MEDIAN ->
          List.of(min(when(upTo.geq(all), Field.declared(VALUE))).as(Side.NUMERATOR.name()));
    };
  }

  private Column part(Side side) {
    if (distribution.kind() == Distribution.Kind.MEDIAN) {
      return side == Side.NUMERATOR ? Field.declared(side.name()) : lit(null);
    }
    LongSum numerator = LongSum.of(Side.NUMERATOR.name());
    LongSum denominator = LongSum.of(Side.DENOMINATOR.name());
    return side == Side.NUMERATOR ? numerator.fitting(denominator) : denominator.fitting(numerator);
  }

  private List<Column> side(Side side) {
    boolean counts = side == Side.NUMERATOR || distribution.kind() == Distribution.Kind.GINI;
    Column sum = part(side);
    Column notKnown = Field.declared(NOT_KNOWN);
    return List.of(
        side.as(Cells.SUM, when(notKnown.equalTo(0), sum)),
        side.as(Cells.UNKNOWN, counts ? notKnown : lit(0L)),
        side.as(Cells.HIDDEN, lit(0L)),
        side.as(Cells.TERMS, counts ? lit(1L) : lit(0L)),
        side.as(Cells.TOTAL, lit(null)),
        side.as(Cells.TOTAL_HIDDEN, lit(0L)));
  }
}
