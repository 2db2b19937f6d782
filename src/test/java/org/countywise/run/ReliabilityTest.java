package org.countywise.run;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.geography.Coverage;
import org.countywise.geography.RegionsByMonth;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Shares;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.countywise.rows.Calendar;
import org.countywise.rows.RejectUnannounced;
import org.countywise.rows.ResolveDuplicates;
import org.junit.jupiter.api.Test;

/** Too many rejected rows make the values of a region unreliable, and only those. */
class ReliabilityTest {
  private final Workbench.Bench bench = Workbench.bench("reliability");

  /**
   * Of 513431, one of several counties of its prefecture, 2 % of the persons are rejected this
   * month. Of 640422, the only county of its prefecture and province, 2 % of the jobs are rejected
   * last December. Of 520527, one person in all is rejected, less than 1 %.
   */
  @Test
  void shouldMarkWhatReadsADatasetOfWhichMoreThanTheLimitIsRejected() {
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Path persons = delivery.resolve("person/period=2020-09");
    Path december = delivery.resolve("employment/period=2019-12");
    long rejected = spoil(persons, "513431", "sex = 'unknown'", 2);
    long jobs = spoil(december, "640422", "channel = 'unknown'", 2);
    assertThat(count(persons, "513431")).as("above 1 % of the county").isLessThan(100 * rejected);
    assertThat(count(persons, "5134")).as("below 1 % around it").isGreaterThan(100 * rejected);
    assertThat(count(december, "64")).isEqualTo(count(december, "640422"));
    spoilOne(persons, "520527");
    assertThat(count(persons, "520527")).as("one of them is below 1 %").isGreaterThan(100);

    Outcome outcome =
        bench.run(delivery, "jobs", List.of(YearMonth.of(2020, 9)), "registry", "employment");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(status("labourers", "513431", "5134", "51", "CN", "group:listed", "520527"))
        .as("reads persons")
        .containsExactly("U", "A", "A", "A", "A", "A");
    assertThat(status("employment_rate", "513431", "5134", "CN"))
        .as("divides by labourers")
        .containsExactly("U", "A", "A");
    assertThat(status("registered_households", "513431", "640422"))
        .as("reads no persons")
        .containsExactly("A", "A");
    assertThat(status("employed_labour", "513431", "640422"))
        .as("reads no persons, and no December")
        .containsExactly("A", "A");
    assertThat(status("migrant_to_base", "640422", "6404", "64", "CN", "513431"))
        .as("reads last December")
        .containsExactly("U", "U", "U", "A", "A");
    assertThat(status("migrant_yoy", "640422")).as("reads no December").containsExactly("A");
    assertThat(statusOfVillages("labourers", "513431"))
        .as("what lies in the county")
        .containsOnly("U");
    assertThat(bench.exact().where("status = 'U' and (value is null or numerator is null)").count())
        .as("values of low reliability are shown")
        .isZero();
    assertThat(messages(outcome))
        .containsExactly(
            Map.entry("employment 2019-12 640422", said(jobs, count(december, "640422"))),
            Map.entry("person 2020-09 513431", said(rejected, count(persons, "513431"))));
  }

  @Test
  void shouldCountWhatIsRejectedAndNotWhatIsRepeatedOrSetAside() {
    Shares shares =
        Shares.of(
            List.of(
                verdict("", 99),
                verdict("sex is null", 1),
                verdict(ResolveDuplicates.REPEATED, 20),
                verdict(RejectUnannounced.REASON, 50),
                verdict(ResolveDuplicates.CONFLICT, 2)));

    assertThat(shares.of("person", "2020-09", "513431")).isEqualTo(new Shares.Share(3, 122));
  }

  @Test
  void shouldCountRejectedRowsOfNoKnownMonthInEveryMonth() {
    RowCounts undated =
        new RowCounts("person", "", "513431", "its period is not a month", 4, Map.of(), List.of());
    RowCounts july = new RowCounts("person", "2020-07", "513431", "", 50, Map.of(), List.of());
    RowCounts line = new RowCounts("poverty_line", "", "", "year is null", 1, Map.of(), List.of());

    Shares shares = Shares.of(List.of(verdict("", 96), july, undated, line));

    assertThat(shares.periods("person"))
        .isEqualTo(Map.of("2020-07", new Shares.Share(4, 54), "2020-09", new Shares.Share(4, 100)));
    assertThat(shares.periods("poverty_line")).isEqualTo(Map.of("", new Shares.Share(1, 1)));
  }

  /** The roster knows 513431 and 513432; the second is not expected and 513499 is not known. */
  @Test
  void shouldCountRowsOfNoKnownUnitInTheRegionsAboveThemThatAreKnown() {
    Map<String, List<String>> roster =
        Map.of(
            "513431", List.of("5134", "51", "CN"),
            "513432", List.of("5134", "51", "CN"),
            "640422", List.of("6404", "64", "CN"));
    List<Coverage.Unit> expected = List.of(new Coverage.Unit("2020-09", "513431", List.of()));
    Shares shares =
        Shares.of(
            Map.of("", 1L, "513431", 2L, "513432", 4L, "513499", 8L, "649999", 16L, "999999", 32L)
                .entrySet()
                .stream()
                .map(
                    unit ->
                        new RowCounts(
                            "person",
                            "2020-09",
                            unit.getKey(),
                            "sex is null",
                            unit.getValue(),
                            Map.of(),
                            List.of()))
                .toList());

    Calendar calendar =
        new Calendar(
            Compilation.plan(Workbench.definitions("jobs"), List.of("registry")),
            List.of(YearMonth.of(2020, 9)),
            YearMonth.of(2020, 9));
    Strays strays =
        new Strays(
            shares,
            new TerritoryDelivery(
                calendar, RegionsByMonth.ofCodes(calendar).relocation(), Set.of()),
            expected,
            Map.of("2020-09", roster));

    assertThat(strays.of(new Shares.Partition("person", "2020-09"), "2020-09"))
        .isEqualTo(
            Map.of(
                "CN", new Shares.Share(1 + 8 + 16 + 32, 1 + 8 + 16 + 32),
                "51", new Shares.Share(8, 8),
                "5134", new Shares.Share(8, 8),
                "64", new Shares.Share(16, 16)));
    assertThat(strays.of(new Shares.Partition("person", "2020-08"), "2020-09")).isEmpty();
  }

  @Test
  void shouldLetTheLimitItselfPass() {
    java.math.BigDecimal limit = new java.math.BigDecimal("0.01");

    assertThat(new Shares.Share(1, 100).above(limit)).isFalse();
    assertThat(new Shares.Share(1, 99).above(limit)).isTrue();
    assertThat(Shares.Share.NONE.above(limit)).isFalse();
  }

  private static RowCounts verdict(String reason, long rows) {
    return new RowCounts("person", "2020-09", "513431", reason, rows, Map.of(), List.of());
  }

  private static String said(long rejected, long rows) {
    return "%d of %d rows are rejected: %s %%, where at most 1 %% may be; the county's values that need them have status U until it mends the rows in rejected_row and delivers again"
        .formatted(
            rejected,
            rows,
            new java.math.BigDecimal(100 * rejected)
                .divide(new java.math.BigDecimal(rows), 2, java.math.RoundingMode.HALF_UP));
  }

  private List<Map.Entry<String, String>> messages(Outcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> finding.rule().equals("low_reliability"))
        .peek(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR))
        .map(f -> Map.entry(f.dataset() + " " + f.period() + " " + f.unit(), f.message()))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  /** Makes at least one in fifty rows of a county fall outside a closed list; how many. */
  private long spoil(Path partition, String county, String wrong, int percent) {
    long rows = count(partition, county) * percent / 100 + 1;
    String[] parts = wrong.split(" = ", -1);
    Without.rewrite(
        bench.spark(),
        partition,
        all ->
            all.withColumn(
                    "nth",
                    expr(
                        "row_number() over (partition by startswith(village_code, '%s') order by person_id)"
                            .formatted(county)))
                .withColumn(
                    parts[0],
                    expr(
                        "if(startswith(village_code, '%s') and nth <= %d, %s, %s)"
                            .formatted(county, rows, parts[1], parts[0])))
                .drop("nth"));
    return rows;
  }

  private void spoilOne(Path partition, String county) {
    String first =
        "person_id = min(if(startswith(village_code, '%s'), person_id, null)) over ()"
            .formatted(county);
    Without.rewrite(
        bench.spark(),
        partition,
        all -> all.withColumn("sex", expr("if(" + first + ", 'unknown', sex)")));
  }

  private long count(Path partition, String code) {
    return bench
        .spark()
        .read()
        .parquet(partition.toString())
        .where("startswith(village_code, '" + code + "')")
        .count();
  }

  private List<String> status(String indicator, String... regions) {
    return java.util.Arrays.stream(regions)
        .flatMap(region -> where(indicator, "region_code = '" + region + "'").stream())
        .toList();
  }

  private List<String> statusOfVillages(String indicator, String county) {
    return where(
        indicator, "startswith(region_code, '" + county + "') and region_code <> '" + county + "'");
  }

  private List<String> where(String indicator, String where) {
    return bench
        .exact()
        .where("indicator = '" + indicator + "' and breakdown = '' and " + where)
        .select("status")
        .collectAsList()
        .stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }
}
