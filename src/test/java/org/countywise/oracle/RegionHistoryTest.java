package org.countywise.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.countywise.run.Request;
import org.countywise.sink.ParquetSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a delivery whose counties change in the middle: oracle/region-history.sql. */
class RegionHistoryTest {
  private static final YearMonth APRIL = YearMonth.of(2020, 4);
  private static final String SO_FAR = "public_posts_new_ytd";
  @TempDir private Path folder;

  @Test
  void shouldAddUpAYearInTheRegionsOfItsLastMonth() {
    Workbench.Bench bench = Workbench.bench("region-history");
    Outcome outcome = run(bench, delivery(), null);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(cells(bench, SO_FAR))
        .as("recoded; merged; split by village; kept under the old code; late with the new code")
        .containsEntry("530101", "4 A")
        .containsEntry("530102", "20 B")
        .containsEntry("530103", "4 B")
        .containsEntry("530104", "4 B")
        .containsEntry("530124", "3 B")
        .containsEntry("530105", "4 A")
        .containsEntry("530107", "1 A")
        .containsEntry("530106", "4 A")
        .containsEntry("530201", "4 A")
        .as("the merge crossed the prefectures")
        .containsEntry("5301", "44 B")
        .containsEntry("5302", "4 B")
        .containsEntry("53", "48 A")
        .containsEntry("CN", "48 A")
        .containsEntry("group:listed", "8 A")
        .as("villages under the codes of the month")
        .containsEntry("530101001001", "4 A")
        .containsEntry("530122001001", "8 A")
        .containsEntry("530104001002", "4 A")
        .containsEntry("530105001001", "4 A")
        .containsEntry("530107001001", "0 A")
        .doesNotContainKeys("530121", "530122", "530123", "530125", "530124001003", "");
    assertThat(cells(bench, "public_posts_open"))
        .containsEntry("530102", "5 B")
        .containsEntry("530105", "1 A")
        .containsEntry("530124", "1 B")
        .containsEntry("CN", "13 A");
    assertThat(outcome.findings())
        .extracting(Finding::rule, Finding::period, Finding::unit, Finding::rows)
        .containsExactlyInAnyOrder(
            tuple("region_unassigned", "2020-01", "530124", 1L),
            tuple("region_unassigned", "2020-02", "530124", 1L),
            tuple("region_unassigned", "2020-04", "530124", 1L));
    assertThat(outcome.findings().get(0).message())
        .isEqualTo(
            "1 rows lie in 530124, which is no region of the day that counts; its territory is in"
                + " 530103, 530104, and neither a village nor a township says which part they lie"
                + " in; they are kept under 530124. Add their villages to region_change, or to"
                + " region, with their new parents");
    assertThat(regions(bench)).contains("530124", "530101").doesNotContain("530121");
  }

  @Test
  void shouldComputeAPeriodInTheRegionsOfAnotherDay() {
    Workbench.Bench bench = Workbench.bench("regions-as-of");
    Outcome outcome = run(bench, delivery(), LocalDate.of(2020, 2, 29));

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings()).isEmpty();
    assertThat(cells(bench, SO_FAR))
        .containsEntry("530121", "4 A")
        .containsEntry("530122", "8 A")
        .containsEntry("530123", "12 A")
        .containsEntry("530124", "11 A")
        .containsEntry("530125", "4 A")
        .containsEntry("530127", "1 A")
        .containsEntry("530106", "4 A")
        .containsEntry("5301", "32 A")
        .containsEntry("5302", "16 A")
        .containsEntry("CN", "48 A")
        .containsEntry("group:listed", "8 A")
        .containsEntry("530121001001", "4 A")
        .containsEntry("530124001002", "4 A")
        .doesNotContainKeys("530101", "530102", "530103", "530104", "530105", "530101001001");
    assertThat(bench.warehouse().latest().orElseThrow().regionsAsOf()).isEqualTo("2020-02-29");
  }

  @Test
  void shouldSayWhichRegionEndedWithoutAnHeir() {
    Path delivery =
        HandMadeDelivery.write(
            folder.resolve("ended"),
            "region-history",
            "insert into region (region_code, level, name_zh, parent_code, valid_from, valid_to)"
                + " values ('530106001', 'township', '530106001', '530106', '1981-01-01',"
                + " '2020-03-01')",
            "update region set parent_code = '530106001' where region_code = '530106001001'");
    Workbench.Bench bench = Workbench.bench("region-ended");
    Outcome outcome = run(bench, delivery, null);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(cells(bench, SO_FAR))
        .containsEntry("530106", "4 A")
        .containsEntry("530106001001", "4 A")
        .doesNotContainKey("530106001");
    assertThat(outcome.findings())
        .filteredOn(finding -> finding.rule().equals("region_ended"))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Finding.Severity.WARNING,
                "1 regions lie in 530106001, which the roster does not know on the last day of"
                    + " 2020-04, and nothing says what became of it; it has no row, and they count"
                    + " in 530106. Add what became of it to region_change, or to region, with their"
                    + " new parents"));
  }

  @Test
  void shouldPublishNothingForADayWithoutRegions() {
    Workbench.Bench bench = Workbench.bench("regions-of-old");
    Outcome outcome = run(bench, delivery(), LocalDate.of(1900, 1, 1));

    assertThat(outcome.published()).isFalse();
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly(
            "the roster knows no county on 1900-01-01; name a later day with --regions-as-of, or"
                + " add the regions of that day to the roster");
  }

  @Test
  void shouldCompareWithAnOlderMonthAsTheOracleDoes() throws SQLException {
    Workbench.Bench bench = Workbench.bench("changed-codes");
    Path delivery =
        HandMadeDelivery.write(
            folder.resolve("changed"),
            "changed-codes",
            "update region set name_zh = region_code, parent_code = coalesce(parent_code, 'CN')",
            "update employment set started_on = '2019-01-01', days = 20, workplace_code = '533399',"
                + " village_code = (select village_code from household as h"
                + " where h.household_id = employment.household_id and h.period = employment.period)",
            "update delivery set delivered_on = '2020-08-01', row_count = (select count(*) from"
                + " (select 'household' as dataset, village_code, period from household union all"
                + " select 'employment', village_code, period from employment) as r"
                + " where r.dataset = delivery.dataset and r.period = delivery.period"
                + " and r.village_code[1:6] = delivery.county_code)");
    List<YearMonth> periods = List.of(YearMonth.of(2019, 12), YearMonth.of(2020, 7));
    List<String> families = List.of("registry", "employment");

    Outcome outcome = bench.run(delivery, "jobs", periods, families.toArray(String[]::new));

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.statuses()).containsKeys("A", "B", "O");
    assertThat(outcome.findings()).extracting(Finding::rule).doesNotContain("identity");
    Path export = bench.folder().resolve("export/indicator_value");
    new ParquetSink().write(bench.exact(), export.toString());
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.compute(periods, families);
      assertThat(oracle.compare(export.resolve("*.parquet"))).isEmpty();
    }
  }

  private Path delivery() {
    return HandMadeDelivery.write(folder.resolve("delivery"), "region-history");
  }

  private static Outcome run(Workbench.Bench bench, Path delivery, LocalDate regionsAsOf) {
    return bench.run(
        new Request(
            delivery.toString(),
            List.of(APRIL),
            Compilation.plan(Workbench.definitions("jobs"), List.of("public-posts")),
            "test",
            Request.Rerun.ALWAYS,
            Map.of(),
            regionsAsOf));
  }

  private static Map<String, String> cells(Workbench.Bench bench, String indicator) {
    Map<String, String> cells = new TreeMap<>();
    bench
        .exact()
        .where("breakdown = '' and indicator = '" + indicator + "'")
        .selectExpr("region_code", "int(numerator)", "status")
        .collectAsList()
        .forEach(row -> cells.put(row.getString(0), row.get(1) + " " + row.getString(2)));
    return cells;
  }

  private static List<String> regions(Workbench.Bench bench) {
    return bench.published("dim_region").select("region_code").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
