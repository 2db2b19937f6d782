package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.oracle.Oracle;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.countywise.sink.ParquetSink;
import org.junit.jupiter.api.Test;

/** The engine and hand-written SQL on another database give the same cells, at every level. */
class OracleAgreementTest {
  private static final List<YearMonth> PERIODS =
      Stream.iterate(YearMonth.of(2019, 12), month -> month.plusMonths(1)).limit(10).toList();

  @Test
  void shouldAgreeOnACleanDelivery() throws SQLException {
    // as commands compute it: with generated code
    Workbench.Bench bench =
        Workbench.bench("agreement", Map.of("spark.sql.codegen.wholeStage", "true"));

    Outcome outcome = bench.run(Workbench.sample(), "jobs", PERIODS);

    // a few accounts of the sample are implausible: kept, and warned about
    assertThat(outcome.findings())
        .allMatch(finding -> finding.severity() == Finding.Severity.WARNING);
    assertThat(outcome.published()).isTrue();
    assertAgreement(bench, Workbench.sample(), PERIODS);
  }

  @Test
  void shouldAgreeWhereACountyDeliveredNothing() throws SQLException {
    Workbench.Bench bench = Workbench.bench("agreement-absent");
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Without.county(bench.spark(), delivery, "522633", "2020-09");
    Without.county(bench.spark(), delivery, "513428", "2019-12");

    Outcome outcome = bench.run(delivery, "jobs", List.of(YearMonth.of(2020, 9)));

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.statuses()).containsKeys("A", "O", "P");
    assertAgreement(bench, delivery, List.of(YearMonth.of(2020, 9)));
  }

  private static void assertAgreement(Workbench.Bench bench, Path delivery, List<YearMonth> periods)
      throws SQLException {
    Path export = bench.folder().resolve("export/indicator_value");
    new ParquetSink().write(bench.exact(), export.toString());
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.compute(periods, Oracle.FAMILIES);
      assertThat(oracle.compare(export.resolve("*.parquet"))).isEmpty();
    }
  }
}
