package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics are made of records, not of sums, and have a passport all the same. */
class ExplainCommandTest {
  private static final StructType SURVEY =
      new StructType()
          .add("country_code", DataTypes.StringType)
          .add("weight", DataTypes.LongType)
          .add("welfare", DataTypes.DoubleType);

  private static Workbench.Bench bench;

  /** Incomes 1, 2, 3, 4 and 5 of one person each, and a record whose weight is unknown. */
  @BeforeAll
  static void publishASurvey() {
    bench = Workbench.bench("explain");
    Path delivery = bench.folder().resolve("delivery");
    List<Row> rows = new ArrayList<>();
    for (int income = 1; income <= 5; income++) {
      rows.add(RowFactory.create("ABC", 1L, (double) income));
    }
    for (int record = 0; record < 200; record++) {
      rows.add(RowFactory.create("DEF", 1L, 7.0));
    }
    rows.add(RowFactory.create("DEF", null, 7.0));
    bench
        .spark()
        .createDataFrame(rows, SURVEY)
        .coalesce(1)
        .write()
        .parquet(delivery.resolve("income_survey/period=2000-12").toString());
    Terminal run = type("run", "--period=2000-12", "--delivery=" + delivery);
    assertThat(run.code()).as("exit code; said: %s%s", run.out(), run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gini|ABC|0.2667 ratio|5|5",
        "median_income|ABC|3 currency|5|5",
        "median_income|WORLD|7 currency|206|205"
      })
  void shouldFollowTheRecordsOfAStatistic(
      String indicator, String region, String value, String read, String counted) {
    Terminal explained = type("explain", indicator, "--region=" + region, "--period=2000-12");

    assertThat(explained.code()).as("exit code; said: %s", explained.err()).isZero();
    assertThat(explained.out().replaceAll(" +", " "))
        .contains(", 2000-12: " + value)
        .contains(read + " rows of the region were read")
        .contains("= " + counted + " counted")
        .contains("income_survey 2000-12");
  }

  private static Terminal type(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(
        List.of("-q", "--jobs=jobs-poverty", "--warehouse=" + bench.folder().resolve("warehouse")));
    return Terminal.type(all.toArray(String[]::new));
  }
}
