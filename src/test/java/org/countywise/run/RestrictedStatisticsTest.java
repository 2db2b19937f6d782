package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.release.Table;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** Statistics of few records are hidden, and what is restricted later is taken back. */
class RestrictedStatisticsTest {
  private static final StructType SURVEY =
      new StructType()
          .add("record_id", DataTypes.LongType)
          .add("country_code", DataTypes.StringType)
          .add("weight", DataTypes.LongType)
          .add("welfare", DataTypes.DoubleType);
  private static final YearMonth NOVEMBER = YearMonth.of(2000, 11);
  private static final YearMonth DECEMBER = YearMonth.of(2000, 12);

  @Test
  void shouldHideStatisticsOfFewRecordsAndTakeBackWhatIsRestrictedLater() throws IOException {
    Workbench.Bench bench = Workbench.bench("restricted-statistics");
    Path delivery = survey(bench);
    Path jobs = jobs(bench.folder().resolve("jobs"));

    for (YearMonth month : List.of(NOVEMBER, DECEMBER)) {
      Outcome outcome = bench.run(delivery, jobs.toString(), List.of(month));
      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    }

    assertThat(shown(bench, "gini"))
        .as("four records of DEF would tell of single households; five of ABC do not")
        .containsExactlyInAnyOrder(
            "2000-11 ABC A",
            "2000-11 DEF Q",
            "2000-11 WORLD A",
            "2000-12 ABC A",
            "2000-12 DEF Q",
            "2000-12 WORLD A");
    assertThat(shown(bench, "median_income")).hasSize(6).contains("2000-12 DEF Q");
    assertThat(numbers(bench, "region_code = 'DEF' and indicator in ('gini', 'median_income')"))
        .isZero();

    rewrite(jobs.resolve("poverty.yaml"), "  gini:\n", "  gini:\n    public: false\n");
    Outcome outcome = bench.run(delivery, jobs.toString(), List.of(DECEMBER));

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings()).anyMatch(finding -> finding.rule().equals("retracted"));
    for (String table : List.of("indicator_value", "revision", "dim_indicator")) {
      assertThat(bench.published(table).filter("indicator = 'gini'").collectAsList())
          .as("%s, the month that was not asked for too", table)
          .isEmpty();
    }
    assertThat(shown(bench, "median_income")).hasSize(6);
    assertThat(
            bench
                .table(Table.restricted("indicator_value"), "")
                .filter("indicator = 'gini' and numerator is not null")
                .count())
        .as("restricted tables keep it")
        .isPositive();
  }

  private static List<String> shown(Workbench.Bench bench, String indicator) {
    return bench
        .published("indicator_value")
        .filter("indicator = '" + indicator + "'")
        .select("period", "region_code", "status")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getString(2))
        .toList();
  }

  private static long numbers(Workbench.Bench bench, String where) {
    return bench
        .published("indicator_value")
        .filter(where)
        .filter("value is not null or numerator is not null or denominator is not null")
        .count();
  }

  /** Five records of ABC and four of DEF, each of a household of many persons. */
  private static Path survey(Workbench.Bench bench) {
    Path delivery = bench.folder().resolve("delivery");
    List<Row> rows = new ArrayList<>();
    for (long record = 1; record <= 9; record++) {
      rows.add(RowFactory.create(record, record <= 5 ? "ABC" : "DEF", 100L, 1000.0 * record));
    }
    for (YearMonth month : List.of(NOVEMBER, DECEMBER)) {
      bench
          .spark()
          .createDataFrame(rows, SURVEY)
          .coalesce(1)
          .write()
          .parquet(delivery.resolve("income_survey/period=" + month).toString());
    }
    return delivery;
  }

  private static Path jobs(Path to) throws IOException {
    Path from = Path.of("jobs-poverty");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    Files.writeString(to.resolve("disclosure.yaml"), "min_count: 5\nunits: [persons]\n");
    return to;
  }

  private static void rewrite(Path file, String text, String other) throws IOException {
    String all = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(all).contains(text);
    Files.writeString(file, all.replace(text, other));
  }
}
