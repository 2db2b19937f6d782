package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An expression that cannot be reckoned is found by its name, and nothing is published. */
class FailingExpressionTest {
  private static final List<YearMonth> PERIOD = List.of(YearMonth.of(2000, 12));

  @TempDir private Path folder;

  private final Workbench.Bench bench = Workbench.bench("failing-expression");

  @Test
  void shouldNameEveryExpressionThatFailsWithItsMonthUnitAndKey() throws IOException {
    Path jobs =
        jobs(
            "jobs-poverty",
            "poverty.yaml",
            Map.of(
                "sum: 'cast(weight as decimal(10,0)) * (line - income)'",
                "sum: 'weight div (weight - 5)'",
                "sum: 'cast(weight as decimal(10,0)) * line'",
                "sum: 'cast(weight as int)'"));
    Path delivery = folder.resolve("delivery");
    survey(
        delivery,
        "values (1, 'ABC', 3, 10), (1077, 'ABC', 5, 20), (2, 'DEF', 4, 30),"
            + " (1088, 'DEF', 3000000000, 40)");

    Outcome outcome = bench.run(delivery, jobs.toString(), PERIOD);

    assertThat(outcome.published()).isFalse();
    assertThat(bench.warehouse().latest()).as("release").isEmpty();
    List<Finding> failed =
        outcome.findings().stream().filter(f -> f.rule().equals("expression_failed")).toList();
    assertThat(failed)
        .as("findings")
        .extracting(
            Finding::dataset, Finding::period, Finding::unit, Finding::sampleKeys, f -> words(f))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "income_survey",
                "2000-12",
                "ABC",
                List.of("1077"),
                "measure gap cannot be reckoned: in 'weight div (weight - 5)' it divides by zero"),
            org.assertj.core.groups.Tuple.tuple(
                "income_survey",
                "2000-12",
                "DEF",
                List.of("1088"),
                "measure line_total cannot be reckoned: in 'cast(weight as int)' a number in it is"
                    + " larger than its type holds"));
    assertThat(failed).allSatisfy(f -> assertThat(f.line()).doesNotContain("1077", "1088"));
    assertThat(bench.lastRun("finding").where("array_contains(sample_keys, '1077')").count())
        .as("restricted findings with the key")
        .isEqualTo(1);
  }

  @Test
  void shouldNameAComputedColumnThatFails() throws IOException {
    Path jobs =
        jobs(
            "jobs-poverty",
            "datasets/income_survey.yaml",
            Map.of(
                "  # Doubles are never added up.", "  part: weight div (weight - 5)",
                "cast(welfare as decimal(18,6))", "cast(welfare as decimal(18,6)) + 0 * part"));
    Path delivery = folder.resolve("delivery");
    survey(delivery, "values (1, 'ABC', 3, 10), (1077, 'DEF', 5, 20)");

    Outcome outcome = bench.run(delivery, jobs.toString(), PERIOD);

    assertThat(outcome.findings())
        .as("a row without a value that its definition says it has is rejected")
        .filteredOn(finding -> finding.rule().equals("rejected_row"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.line())
                  .startsWith(
                      "income_survey 2000-12 DEF: 1 rows rejected: part cannot be computed: a"
                          + " division by zero or an overflow");
              assertThat(finding.sampleKeys()).containsExactly("1077");
            });
  }

  /** No period of any dataset says from when on the roster matters. */
  @Test
  void shouldPublishAFamilyThatReadsReferenceDataOnlyWithDaysFarAway() throws IOException {
    Path jobs =
        jobs(
            "jobs",
            "delivery.yaml",
            Map.of(
                "control_totals: {dataset: delivery, of: dataset, region: county_code, rows:"
                    + " row_count}\n",
                ""));
    Path delivery = folder.resolve("delivery");
    copied(
        delivery,
        "region",
        "valid_from = date '0001-01-01'",
        "valid_to = if(level = 'village', date '9999-12-31', valid_to)");
    copied(
        delivery,
        "listing",
        "listed_on = date '0001-01-01'",
        "delisted_on = coalesce(delisted_on, date '9999-12-31')");

    Outcome outcome =
        bench.run(delivery, jobs.toString(), List.of(YearMonth.of(2020, 9)), "listing");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(
            bench
                .exact()
                .where("indicator = 'delisted_counties' and region_code = 'CN'")
                .first()
                .<String>getAs("status"))
        .as("status")
        .isEqualTo("A");
  }

  private static String words(Finding finding) {
    return finding.message().substring(0, finding.message().indexOf("; "));
  }

  private void survey(Path delivery, String values) {
    bench
        .spark()
        .sql(
            "select cast(col1 as bigint) record_id, col2 country_code, cast(col3 as bigint) weight,"
                + " cast(col4 as double) welfare from "
                + values)
        .write()
        .parquet(delivery.resolve("income_survey/period=2000-12").toString());
  }

  private void copied(Path delivery, String dataset, String... columns) {
    Dataset<Row> rows =
        bench.spark().read().parquet(Workbench.sample().resolve(dataset).toString());
    for (String column : columns) {
      String[] parts = column.split(" = ", 2);
      rows = rows.withColumn(parts[0], org.apache.spark.sql.functions.expr(parts[1]));
    }
    rows.write().parquet(delivery.resolve(dataset).toString());
  }

  /** A copy of a jobs folder in which texts of one file are others. */
  private Path jobs(String of, String file, Map<String, String> texts) throws IOException {
    Path from = Path.of(of);
    Path to = folder.resolve("jobs");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(each, copy);
      }
    }
    if (of.equals("jobs-poverty")) {
      keyed(to.resolve("datasets/income_survey.yaml"));
    }
    String text = Files.readString(to.resolve(file));
    for (var entry : texts.entrySet()) {
      assertThat(text).contains(entry.getKey());
      text = text.replace(entry.getKey(), entry.getValue());
    }
    Files.writeString(to.resolve(file), text);
    return to;
  }

  /** Gives the survey's rows a key, which a finding can name. */
  private static void keyed(Path dataset) throws IOException {
    Files.writeString(
        dataset,
        Files.readString(dataset)
            .replace("key: none", "key: [record_id]")
            .replace("columns:\n", "columns:\n  record_id: {type: int64, role: identifier}\n"));
  }
}
