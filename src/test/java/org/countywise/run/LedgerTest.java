package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/** "Stock cleared" is provable: opening + found + reopened - resolved = closing, or a finding. */
class LedgerTest {
  private static final String MONTH = "period=2020-09";

  @Test
  void shouldNameTheCountyCategoryAndDifferenceWhereTheBooksAreNotRight() {
    Workbench.Bench bench = Workbench.bench("ledger");
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Path problems = delivery.resolve("problem").resolve(MONTH);
    Row open = anOpenOne(bench.spark(), problems);
    String county = open.getString(1).substring(0, 6);
    // closed without a date of resolution: open in August, gone from the stock in September
    Without.rewrite(
        bench.spark(),
        problems,
        rows ->
            rows.withColumn(
                "status", expr("if(problem_id = " + open.getLong(0) + ", 'resolved', status)")));

    Outcome outcome = bench.run(delivery, "jobs", List.of(YearMonth.of(2020, 9)), "supervision");

    assertThat(outcome.published()).isTrue();
    assertThat(outcome.findings())
        .filteredOn(finding -> finding.rule().equals("balance"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.unit()).isEqualTo(county);
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.message())
                  .startsWith("Problem ledger, category=" + open.getString(2) + ": ")
                  .contains(" is 1 and should be 0");
            });
  }

  /** A problem open in both months; never printed, since ids are personal. */
  private static Row anOpenOne(SparkSession spark, Path problems) {
    return spark
        .read()
        .parquet(problems.toString())
        .where("status = 'open' and found_on < date '2020-08-01' and reopened_on is null")
        .orderBy("problem_id")
        .select("problem_id", "village_code", "category")
        .first();
  }
}
