package org.countywise.rows;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
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
 * Out: {@link Parts#NUMERATOR} and {@link Parts#DENOMINATOR}, one row per region. Records with one
 * value are one: the result depends neither on their order nor on partitions. A value that is not
 * known, or a weight that is not known or below zero, makes the statistic unknown; so does having
 * no record of a weight above zero. The terms of a side are the records.
 *
 * <p>Weights have as many decimals as their type, at most 6. They are reckoned with as whole
 * numbers of its last digit, so that sums are exact, and the point is put back at the end.
 *
 * <p>Median: the value up to which more than half of the weight lies; where exactly half lies up to
 * a value, the mean of it and the next one (definition 2 of Hyndman and Fan 1996, the quantile of
 * the weighted distribution, averaged where it jumps). With equal weights that is the middle value,
 * or the mean of the two.
 *
 * <p>Gini: {@code sum of y w (2 C - w) - W S} over {@code W S}, with w the weight at a value y, C
 * the weight up to it, W all weight and S the sum of y w; the covariance form of Lerman and
 * Yitzhaki (1984) with ties taken together.
 */
public record Distribute(Distribution distribution) implements Stage {
  /** The value of a record, at 6 decimals: what int64 holds, and more. */
  public static final String VALUE = "_value";

  /** The weight of a record, with the decimals of its type. */
  public static final String WEIGHT = "_weight";

  private static final String UP_TO = "_up_to";
  private static final String ALL = "_all";
  private static final String NOT_KNOWN = "_not_known";
  private static final String RECORDS = "_records";

  /** The records of the view's rows, in their own region. */
  public static Dataset<Row> records(
      Distribution distribution, Dataset<Row> rows, TallySources sources) {
    Dataset<Row> accepted = rows.filter(org.countywise.table.Rows.REASON.column().isNull());
    Dataset<Row> tallied = new Tallies(distribution.view().tallies(), sources).apply(accepted);
    String where = distribution.view().where();
    Dataset<Row> counted = where.isEmpty() ? tallied : tallied.filter(expr(where));
    Column weight = expr(distribution.weight());
    int decimals = decimals(counted.select(weight).schema().fields()[0].dataType());
    return counted.select(
        lit(distribution.indicator()).as(Parts.INDICATOR.name()),
        Regions.PERIOD.column(),
        org.countywise.table.Rows.REGION.column().as(Regions.REGION.name()),
        expr(distribution.value()).cast("decimal(25,6)").as(VALUE),
        when(weight.geq(0), weight).cast(wide(12 + decimals, decimals)).as(WEIGHT));
  }

  private static int decimals(DataType weight) {
    return weight instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private static DecimalType wide(int digits, int decimals) {
    return DataTypes.createDecimalType(digits, decimals);
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> spread) {
    int decimals = decimals(spread.schema().apply(WEIGHT).dataType());
    DecimalType whole = wide(14 + decimals, 0);
    Column[] region = region();
    List<Column> valued = new ArrayList<>(List.of(region));
    valued.add(Field.declared(VALUE));
    WindowSpec all = Window.partitionBy(region);
    WindowSpec upTo =
        all.orderBy(Field.declared(VALUE))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column weight = Field.declared(WEIGHT);
    Column notKnown = Field.declared(VALUE).isNull().or(weight.isNull());
    Column lastDigits = weight.multiply(lit(BigDecimal.TEN.pow(decimals)));
    Dataset<Row> cumulated =
        spread
            .groupBy(valued.toArray(Column[]::new))
            .agg(
                sum(lastDigits).cast(whole).as(WEIGHT),
                count(lit(1)).as(RECORDS),
                sum(when(notKnown, 1L).otherwise(0L)).as(NOT_KNOWN))
            .withColumn(UP_TO, sum(weight).over(upTo).cast(whole))
            .withColumn(ALL, sum(weight).over(all).cast(whole));
    Dataset<Row> summed =
        cumulated
            .groupBy(region)
            .agg(
                sum(Field.declared(NOT_KNOWN)).as(NOT_KNOWN),
                Stream.concat(
                        Stream.of(sum(Field.declared(RECORDS)).as(RECORDS)),
                        sums(wide(16 + decimals, 0)).stream())
                    .toArray(Column[]::new));
    List<Column> columns = new ArrayList<>(List.of(region));
    columns.add(side(Parts.NUMERATOR, decimals));
    columns.add(side(Parts.DENOMINATOR, decimals));
    return summed.select(columns.toArray(Column[]::new));
  }

  private static Column[] region() {
    return Field.columns(
        Parts.INDICATOR, Regions.PERIOD, Regions.REGION, Regions.LEVEL, Regions.UNIT);
  }

  private List<Column> sums(DecimalType whole) {
    Column all = Field.declared(ALL);
    Column upTo = Field.declared(UP_TO).multiply(2);
    return switch (distribution.kind()) {
      case GINI -> {
        Column weight = Field.declared(WEIGHT);
        Column weighted = Field.declared(VALUE).multiply(weight).cast("decimal(37,6)");
        Column around = upTo.minus(weight).minus(all).cast(whole);
        List<Column> sums = new ArrayList<>(LongSum.sums(Parts.NUMERATOR.name(), weighted, around));
        sums.addAll(LongSum.sums(Parts.DENOMINATOR.name(), weighted, all));
        yield sums;
      }
      case MEDIAN -> {
        Column value = Field.declared(VALUE);
        Column half = min(when(upTo.geq(all), value));
        Column moreThanHalf = min(when(upTo.gt(all), value));
        Column median = half.plus(moreThanHalf).multiply(lit(new BigDecimal("0.5")));
        yield List.of(median.as(Parts.NUMERATOR.name()));
      }
    };
  }

  private Column known(Field side, int decimals) {
    if (distribution.kind() == Distribution.Kind.MEDIAN) {
      return side.equals(Parts.NUMERATOR) ? Field.declared(side.name()) : lit(null);
    }
    LongSum numerator = LongSum.of(Parts.NUMERATOR.name());
    LongSum denominator = LongSum.of(Parts.DENOMINATOR.name());
    return side.equals(Parts.NUMERATOR)
        ? numerator.fitting(denominator, 2 * decimals)
        : denominator.fitting(numerator, 2 * decimals);
  }

  private Column side(Field side, int decimals) {
    boolean counts = side.equals(Parts.NUMERATOR) || distribution.kind() == Distribution.Kind.GINI;
    Column known = when(Field.declared(NOT_KNOWN).equalTo(0), known(side, decimals));
    Column none = lit(0L);
    return struct(
            (counts ? known : lit(null)).cast(Field.EXACT).as(Cells.SUM.name()),
            (counts ? when(known.isNull(), 1L).otherwise(none) : none).as(Cells.UNKNOWN.name()),
            none.as(Cells.HIDDEN.name()),
            none.as(Cells.LOST.name()),
            (counts ? Field.declared(RECORDS) : none).as(Cells.TERMS.name()),
            lit(null).cast(Field.EXACT).as(Cells.TOTAL.name()),
            none.as(Cells.TOTAL_HIDDEN.name()),
            none.as(Cells.TOTAL_LOST.name()))
        .as(side.name());
  }
}
