package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** Rules of quality warn of the county whose data were made up, and of no other. */
class QualityTest {
  private static final Set<String> RULES =
      Set.of(
          "wages_copied_forward",
          "accounts_copied_forward",
          "wages_in_round_sums",
          "members_differ",
          "income_just_above_line",
          "everyone_insured",
          "every_labourer_employed",
          "sudden_change");
  private static final String MONTH = "period=2020-09";
  private static final String BEFORE = "period=2020-08";

  private final Workbench.Bench bench = Workbench.bench("quality");

  @Test
  void shouldNotDrownTheAnalystOfCleanDataInWarnings() {
    Dataset<Row> findings =
        PublishedRows.sample().lastRun("finding").where("rule in ('" + rules() + "')");

    assertThat(findings.count()).as("%s", findings.collectAsList()).isZero();
  }

  /** Each in a county of its own; one run for all, of families that read all that is made up. */
  @Test
  void shouldWarnOfTheCountyWhoseDataWereMadeUp() {
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    copyForward(delivery, "employment", "person_id", "wage_fen, days", "451028");
    copyForward(
        delivery,
        "household_account",
        "household_id",
        "wage_fen, business_fen, property_fen, transfer_fen",
        "530627");
    change(delivery, "employment", "wage_fen", in("520526", "wage_fen div 10000 * 10000 + 10000"));
    change(delivery, "household", "persons", in("653125", "persons + 1"));
    change(delivery, "person", "insured", in("530326", "true"));
    everybodyWorks(delivery, "522326");
    justAboveTheLine(delivery, "522633");

    Outcome outcome = run(delivery, "jobs", "income", "monitoring");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(warnings(outcome))
        .containsExactlyInAnyOrder(
            "wages_copied_forward 451028",
            "accounts_copied_forward 530627",
            "wages_in_round_sums 520526",
            "members_differ 653125",
            "everyone_insured 530326",
            "every_labourer_employed 522326",
            "income_just_above_line 522633");
    assertThat(outcome.findings())
        .filteredOn(finding -> RULES.contains(finding.rule()))
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.message()).contains("is unusual; ");
              assertThat(finding.sampleKeys()).isNotEmpty();
              assertThat(finding.rows()).isPositive();
            });
  }

  /**
   * Half of the rows of a month are left out, and the control total agrees. Which small numbers are
   * hidden in eight months is not the question here.
   */
  @Test
  void shouldWarnOfACountyThatIsFarFromItsOwnHistory() {
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    rewrite(
        delivery.resolve("employment").resolve(MONTH),
        rows ->
            rows.filter(expr("not (startswith(village_code, '451028') and person_id % 2 = 0)")));
    long left = count(delivery.resolve("employment").resolve(MONTH), "451028");
    rewrite(
        delivery.resolve("delivery").resolve(MONTH),
        rows ->
            rows.withColumn(
                "row_count",
                expr(
                    "if(dataset = 'employment' and county_code = '451028', %d, row_count)"
                        .formatted(left))));
    String jobs = Workbench.jobsThatHideNothing(bench.folder());
    List<YearMonth> before =
        java.util.stream.IntStream.rangeClosed(2, 8).mapToObj(m -> YearMonth.of(2020, m)).toList();

    Outcome history = bench.run(delivery, jobs, before, "employment");
    Outcome outcome = run(delivery, jobs, "employment");

    assertThat(history.published()).as("%s", history.findings()).isTrue();
    assertThat(warnings(history)).as("the months before").isEmpty();
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(new TreeSet<>(warnings(outcome))).containsExactly("sudden_change 451028");
    assertThat(outcome.findings())
        .filteredOn(finding -> finding.rule().equals("sudden_change"))
        .extracting(Finding::message)
        .allSatisfy(message -> assertThat(message).contains("the median of 7 months before is"))
        .anySatisfy(message -> assertThat(message).contains("employed_labour is"))
        .anySatisfy(message -> assertThat(message).contains("migrant_labour is"));
  }

  private Outcome run(Path delivery, String jobs, String... families) {
    return bench.run(delivery, jobs, List.of(YearMonth.of(2020, 9)), families);
  }

  private static String rules() {
    return String.join("', '", new TreeSet<>(RULES));
  }

  private static List<String> warnings(Outcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> RULES.contains(finding.rule()))
        .map(finding -> finding.rule() + " " + finding.unit())
        .toList();
  }

  private static String in(String county, String value) {
    return "startswith(village_code, '" + county + "')|" + value;
  }

  private void change(Path delivery, String dataset, String column, String inCounty) {
    String[] parts = inCounty.split("\\|", 2);
    String changed = "cast(if(%s, %s, %s) as %s)".formatted(parts[0], parts[1], column, "%s");
    rewrite(
        delivery.resolve(dataset).resolve(MONTH),
        rows ->
            rows.withColumn(
                column, expr(changed.formatted(rows.schema().apply(column).dataType().sql()))));
  }

  /** Takes some columns of a county's rows from those of the month before. */
  private void copyForward(
      Path delivery, String dataset, String key, String columns, String county) {
    Dataset<Row> before = read(delivery.resolve(dataset).resolve(BEFORE));
    for (String column : columns.split(", ", -1)) {
      before = before.withColumnRenamed(column, "_" + column);
    }
    Dataset<Row> known = before.selectExpr(prefixed(key, columns));
    rewrite(
        delivery.resolve(dataset).resolve(MONTH),
        rows -> {
          Dataset<Row> joined = rows.join(known, rows.col(key).equalTo(known.col("_key")), "left");
          for (String column : columns.split(", ", -1)) {
            joined =
                joined.withColumn(
                    column,
                    expr(
                        "if(startswith(village_code, '%s') and _key is not null, _%s, %s)"
                            .formatted(county, column, column)));
          }
          return joined.selectExpr(rows.columns());
        });
  }

  private static String[] prefixed(String key, String columns) {
    List<String> all = new java.util.ArrayList<>(List.of(key + " as _key"));
    for (String column : columns.split(", ", -1)) {
      all.add("_" + column);
    }
    return all.toArray(String[]::new);
  }

  /** Who has no work is no labourer any more. */
  private void everybodyWorks(Path delivery, String county) {
    Dataset<Row> working =
        read(delivery.resolve("employment").resolve(MONTH)).selectExpr("person_id as _working");
    rewrite(
        delivery.resolve("person").resolve(MONTH),
        rows ->
            rows.join(working, expr("person_id = _working"), "left")
                .withColumn(
                    "labour_capacity",
                    expr(
                        "if(startswith(village_code, '%s') and _working is null, 'none', labour_capacity)"
                            .formatted(county)))
                .selectExpr(rows.columns()));
  }

  /** Twelve months of income come to five percent above the line of 4,000 yuan. */
  private void justAboveTheLine(Path delivery, String county) {
    Dataset<Row> year =
        read(delivery.resolve("household_account"))
            .where("period between '2019-10' and '2020-09'")
            .groupBy("household_id")
            .agg(expr("sum(wage_fen + business_fen + property_fen + transfer_fen) as _income"))
            .join(
                read(delivery.resolve("household").resolve(MONTH))
                    .selectExpr("household_id", "persons as _persons"),
                "household_id")
            .selectExpr("household_id as _key", "420000 * _persons - _income as _lacking");
    for (int back = 0; back < 12; back++) {
      String month = "period=" + YearMonth.of(2020, 9).minusMonths(back);
      boolean last = back == 0;
      rewrite(
          delivery.resolve("household_account").resolve(month),
          rows ->
              rows.join(year, expr("household_id = _key"), "left")
                  .withColumn(
                      "wage_fen",
                      expr(
                          ("if(startswith(village_code, '%s') and _key is not null,"
                                  + " wage_fen + _lacking div 12 + %s, wage_fen)")
                              .formatted(county, last ? "_lacking % 12" : "0")))
                  .selectExpr(rows.columns()));
    }
  }

  private Dataset<Row> read(Path path) {
    Dataset<Row> rows = bench.spark().read().parquet(path.toString());
    return bench.spark().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private long count(Path partition, String county) {
    return read(partition).where("startswith(village_code, '" + county + "')").count();
  }

  private void rewrite(Path partition, UnaryOperator<Dataset<Row>> change) {
    Without.rewrite(bench.spark(), partition, change);
  }
}
