package org.countywise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.countywise.Workbench;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;

/** Readers see the old release or the new one, whatever becomes of the run that writes it. */
class AtomicReleaseTest {
  private final Workbench.Bench bench = Workbench.bench("atomic");
  private final Warehouse warehouse = bench.warehouse();

  @Test
  void shouldShowNothingWhereTheFirstRunBrokeOff() {
    breakOff("2020-07", 1);

    assertThatThrownBy(() -> warehouse.release(""))
        .hasMessage("nothing is published in this warehouse yet; run 'countywise run' first");

    publish("2020-08", 2);

    assertThat(shown("indicator_value")).containsExactly("2020-08 2");
  }

  @Test
  void shouldShowTheOldReleaseWhereTheNextBrokeOffAndForgetWhatThatWrote() {
    publish("2020-07", 1);
    breakOff("2020-08", 2);

    assertThat(shown("indicator_value")).containsExactly("2020-07 1");
    assertThat(warehouse.nextRelease()).isEqualTo("r0002");

    publish("2020-09", 3);

    assertThat(shown("indicator_value")).containsExactly("2020-07 1", "2020-09 3");
    assertThat(bench.published("dim_period").count()).isEqualTo(2);
    assertThat(rows(warehouse.published("indicator_value", "r0001"))).containsExactly("2020-07 1");
  }

  private void publish(String period, int value) {
    publish(period, value, periods(period));
  }

  /** Stops after the values are written, as a killed driver or a full disk would. */
  private void breakOff(String period, int value) {
    Dataset<Row> failing =
        periods(period)
            .withColumn("period", functions.raise_error(functions.lit("disk full")).cast("string"));
    assertThat(catchThrowable(() -> publish(period, value, failing)))
        .hasStackTraceContaining("disk full");
  }

  private void publish(String period, int value, Dataset<Row> periods) {
    Publication publication =
        new Publication(warehouse.nextRelease(), List.of(period), List.of("posts"), "{}");
    warehouse.publish(
        publication, values(period, value, publication.release()), Map.of("dim_period", periods));
  }

  private Dataset<Row> periods(String period) {
    return bench.spark().range(1).select(functions.lit(period).as("period"));
  }

  private Dataset<Row> values(String period, int value, String release) {
    Row row =
        RowFactory.create(
            "posts",
            "CN",
            "nation",
            period,
            "",
            (double) value,
            new BigDecimal(value).setScale(6),
            null,
            "A",
            release);
    return bench.spark().createDataFrame(List.of(row), IndicatorValue.SCHEMA);
  }

  private List<String> shown(String table) {
    return rows(bench.published(table));
  }

  private static List<String> rows(Dataset<Row> table) {
    return table
        .orderBy("period")
        .selectExpr("concat(period, ' ', cast(value as int))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
