package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.oracle.Oracle;
import org.countywise.report.Outcome;
import org.countywise.sink.ParquetSink;
import org.junit.jupiter.api.Test;

/** The engine and hand-written SQL on another database give the same cells, at every level. */
class OracleAgreementTest {
  /** The first month, with little to look back at, two in a row, and those with a year before. */
  private static final List<YearMonth> PERIODS =
      List.of(
          YearMonth.of(2019, 12),
          YearMonth.of(2020, 1),
          YearMonth.of(2020, 7),
          YearMonth.of(2020, 9));

  @Test
  void shouldAgreeOnACleanDelivery() throws SQLException {
    Workbench.Bench sample = PublishedRows.sample();

    // a few accounts of the sample are implausible: kept, and warned about
    assertThat(sample.lastRun("finding").where("severity <> 'warning'").collectAsList()).isEmpty();
    assertAgreement(sample, Workbench.sample(), List.of(PublishedRows.SAMPLE_PERIOD));
  }

  @Test
  void shouldAgreeInSeveralMonthsWhereCountiesDeliveredNothing() throws SQLException {
    Workbench.Bench bench = Workbench.bench("agreement-absent");
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Without.county(bench.spark(), delivery, "522633", "2020-09");
    Without.county(bench.spark(), delivery, "513428", "2019-12");

    Outcome outcome = bench.run(delivery, "jobs", PERIODS);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.statuses()).containsKeys("A", "O", "P");
    assertAgreement(bench, delivery, PERIODS);
  }

  private static void assertAgreement(Workbench.Bench bench, Path delivery, List<YearMonth> periods)
      throws SQLException {
    Path export = Workbench.bench("agreement").folder().resolve("export/indicator_value");
    new ParquetSink().write(bench.exact(), export.toString());
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.compute(periods, Oracle.FAMILIES);
      assertThat(oracle.compare(export.resolve("*.parquet"))).isEmpty();
    }
  }
}
