package org.countywise.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.plan.Distribution;
import org.countywise.plan.View;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics of records are what their definitions say, whatever the weights' decimals. */
class DistributeTest {

  /** A record: its value and its weight, null where it is not known. */
  private record Weighed(BigDecimal value, BigDecimal weight) {}

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the middle of three            | 3:1 1:1 2:1               | 2",
        "the mean of the middle two     | 4:1 1:1 2:1 3:1           | 2.5",
        "of two                         | 1:1 2:1                   | 1.5",
        "of one                         | 7:1                       | 7",
        "ties in the middle             | 1:1 2:1 2:1 9:1           | 2",
        "more than half at one value    | 1:1 5:3 9:1               | 5",
        "exactly half up to a value     | 1:2 4:1 8:1               | 2.5",
        "decimal weights, exactly half  | 1:0.25 2:0.25 4:0.4 8:0.1 | 3",
        "decimal weights, not half      | 1:0.25 2:0.24 4:0.41 8:0.1 | 4",
        "weight zero is never in the mean | 1:1 2:0 4:1             | 2.5",
        "half a unit in the last place  | 0.000001:1 0.000002:1     | 0.0000015",
        "below zero                     | -3:1 -1:1                 | -2",
      })
  void shouldTakeTheMiddleValueOrTheMeanOfTheTwo(String title, String records, BigDecimal median) {
    Row row = computed(Distribution.Kind.MEDIAN, 2, records(records));

    assertThat(sum(row, Parts.NUMERATOR)).as(title).isEqualByComparingTo(median);
    assertThat(unknown(row)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:1 2:", "1:1 1: 2:1", ":1 2:1", "1:0 2:0", "1:1 2:-0.5 3:1"})
  void shouldNotKnowAStatisticOfWhatIsNotKnown(String records) {
    Row row = computed(Distribution.Kind.MEDIAN, 1, records(records));

    assertThat(sum(row, Parts.NUMERATOR)).isNull();
    assertThat(unknown(row)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 6})
  void shouldEqualTheDefinitionsOverAnyRecords(int decimals) {
    Random random = new Random(7 + decimals);
    List<Weighed> records = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      records.add(
          new Weighed(
              BigDecimal.valueOf(random.nextInt(50_000_000), 4),
              BigDecimal.valueOf(random.nextInt(3_000_000), decimals)));
    }

    Row gini = computed(Distribution.Kind.GINI, decimals, records);
    Row median = computed(Distribution.Kind.MEDIAN, decimals, records);

    BigDecimal above = pairs(records);
    BigDecimal beneath =
        weight(records).multiply(income(records)).setScale(12, RoundingMode.HALF_UP);
    assertThat(sum(gini, Parts.NUMERATOR)).isEqualByComparingTo(above);
    assertThat(sum(gini, Parts.DENOMINATOR)).isEqualByComparingTo(beneath);
    assertThat(sum(median, Parts.NUMERATOR)).isEqualByComparingTo(middle(records));
  }

  @Test
  void shouldGiveTheSameForWeightsThatSumUpToOne() {
    List<Weighed> persons = records("10:1 20:3 60:4");
    List<Weighed> shares = records("10:0.125 20:0.375 60:0.5");

    assertThat(ratio(computed(Distribution.Kind.GINI, 3, shares)))
        .isEqualByComparingTo(ratio(computed(Distribution.Kind.GINI, 0, persons)));
    assertThat(sum(computed(Distribution.Kind.MEDIAN, 3, shares), Parts.NUMERATOR))
        .isEqualByComparingTo("40");
  }

  /** Half of the sum over all pairs of the weighed distance: the definition of Gini's numerator. */
  private static BigDecimal pairs(List<Weighed> records) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Weighed one : records) {
      for (Weighed other : records) {
        BigDecimal distance = one.value.subtract(other.value).abs();
        sum = sum.add(distance.multiply(one.weight).multiply(other.weight));
      }
    }
    return sum.divide(BigDecimal.valueOf(2)).setScale(12, RoundingMode.HALF_UP);
  }

  /** The mean of the two ends of what has at most half of the weight below and above it. */
  private static BigDecimal middle(List<Weighed> records) {
    BigDecimal half = weight(records).divide(BigDecimal.valueOf(2));
    List<BigDecimal> fit =
        records.stream()
            .filter(record -> record.weight.signum() > 0)
            .map(Weighed::value)
            .filter(value -> below(records, value).compareTo(half) <= 0)
            .filter(value -> above(records, value).compareTo(half) <= 0)
            .sorted()
            .toList();
    return fit.get(0).add(fit.get(fit.size() - 1)).divide(BigDecimal.valueOf(2));
  }

  private static BigDecimal below(List<Weighed> records, BigDecimal value) {
    return weight(records.stream().filter(r -> r.value.compareTo(value) < 0).toList());
  }

  private static BigDecimal above(List<Weighed> records, BigDecimal value) {
    return weight(records.stream().filter(r -> r.value.compareTo(value) > 0).toList());
  }

  private static BigDecimal weight(List<Weighed> records) {
    return records.stream().map(Weighed::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal income(List<Weighed> records) {
    return records.stream()
        .map(record -> record.value.multiply(record.weight))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Weighed> records(String text) {
    return Arrays.stream(text.split(" "))
        .map(record -> record.split(":", 2))
        .map(parts -> new Weighed(number(parts[0]), number(parts[1])))
        .toList();
  }

  private static BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  /** The one row of a region, from records in another order on two partitions. */
  private static Row computed(Distribution.Kind kind, int decimals, List<Weighed> records) {
    StructType schema =
        new StructType()
            .add(Parts.INDICATOR.name(), DataTypes.StringType)
            .add(Regions.PERIOD.name(), DataTypes.StringType)
            .add(Regions.REGION.name(), DataTypes.StringType)
            .add(Regions.LEVEL.name(), DataTypes.StringType)
            .add(Regions.UNIT.name(), DataTypes.StringType)
            .add(Distribute.VALUE, DataTypes.createDecimalType(18, 6))
            .add(Distribute.WEIGHT, DataTypes.createDecimalType(12 + decimals, decimals));
    List<Row> rows = new ArrayList<>();
    records.forEach(
        r -> rows.add(RowFactory.create("i", "2020-07", "A", "county", "A", r.value, weighed(r))));
    rows.sort(Comparator.comparing(Row::hashCode));
    View view = new View("v", "", List.of(), List.of(), Map.of());
    Distribution distribution = new Distribution("i", kind, "d", view, "value", "weight");
    return new Distribute(distribution)
        .apply(Workbench.session(Map.of()).createDataFrame(rows, schema).repartition(2))
        .collectAsList()
        .get(0);
  }

  /** As {@link Distribute#records} hands weights on: none below zero. */
  private static BigDecimal weighed(Weighed record) {
    return record.weight == null || record.weight.signum() < 0 ? null : record.weight;
  }

  private static BigDecimal ratio(Row gini) {
    return sum(gini, Parts.NUMERATOR)
        .divide(sum(gini, Parts.DENOMINATOR), 15, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(Row row, Field side) {
    return row.<Row>getAs(side.name()).getAs(Cells.SUM.name());
  }

  private static long unknown(Row row) {
    return row.<Row>getAs(Parts.NUMERATOR.name()).getAs(Cells.UNKNOWN.name());
  }
}
