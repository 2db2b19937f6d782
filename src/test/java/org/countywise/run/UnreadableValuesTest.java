package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/**
 * A survey of 150 households in each of two countries, with an income that is not a number and one
 * that is infinite, and of four households of which nobody knows where they live.
 */
class UnreadableValuesTest {
  private static final List<YearMonth> PERIOD = List.of(YearMonth.of(2000, 12));

  private final Workbench.Bench bench = Workbench.bench("unreadable-values");

  @Test
  void shouldCountARowOnBothSidesOrOnNeither() {
    Outcome outcome = bench.run(delivery(), "jobs-poverty", PERIOD);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(messages(outcome, "rejected_row"))
        .containsExactlyInAnyOrder(
            "ABC 1 rows rejected: welfare is NaN, which is no number",
            "DEF 1 rows rejected: welfare is infinite",
            " 4 rows rejected: country_code is null");
    assertThat(bench.lastRun("rejected_row").select("key").collectAsList())
        .extracting(row -> row.getString(0))
        .as("the dataset has no key")
        .hasSize(6)
        .containsOnly("");
    assertThat(shown("mean_income"))
        .as("each of 149 incomes of 100, weighed by 2 persons")
        .containsExactlyInAnyOrder("ABC 29800 298 A", "DEF 29800 298 A", "WORLD 59600 596 U");
    assertThat(shown("headcount"))
        .containsExactlyInAnyOrder("ABC 298 298 A", "DEF 298 298 A", "WORLD 596 596 U");
    assertThat(messages(outcome, "low_reliability"))
        .as("4 of 304 rows lie nowhere, 6 are rejected")
        .singleElement()
        .asString()
        .startsWith("WORLD 4 rows that lie in no known region are rejected");
  }

  private List<String> shown(String indicator) {
    return bench
        .exact()
        .where("indicator = '" + indicator + "'")
        .selectExpr(
            "concat_ws(' ', region_code, cast(numerator as decimal(20,0)),"
                + " cast(denominator as decimal(20,0)), status)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> messages(Outcome outcome, String rule) {
    return outcome.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map((Finding finding) -> finding.unit() + " " + finding.message())
        .toList();
  }

  private Path delivery() {
    List<Row> rows = new ArrayList<>();
    for (long id = 1; id <= 304; id++) {
      String country = id <= 150 ? "ABC" : id <= 300 ? "DEF" : null;
      rows.add(RowFactory.create(id, country, 2L, income(id)));
    }
    StructType schema =
        new StructType()
            .add("record_id", DataTypes.LongType)
            .add("country_code", DataTypes.StringType)
            .add("weight", DataTypes.LongType)
            .add("welfare", DataTypes.DoubleType);
    Path delivery = bench.folder().resolve("delivery");
    bench
        .spark()
        .createDataFrame(rows, schema)
        .coalesce(1)
        .write()
        .parquet(delivery.resolve("income_survey/period=2000-12").toString());
    return delivery;
  }

  private static double income(long id) {
    if (id == 7) {
      return Double.NaN;
    }
    return id == 200 ? Double.NEGATIVE_INFINITY : 100;
  }
}
