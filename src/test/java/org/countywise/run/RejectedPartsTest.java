package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Test;

/**
 * A part of a published total whose row is rejected is like one that is hidden: the total stands in
 * for it where there is one, else the value is of low reliability, never wrong with status A.
 *
 * <p>Four counties of Nebraska have 250 flows of one person each, their totals and 1,000 people who
 * stayed. Cells are spoilt: in 31001 of a flow, in 31003 of those who stayed, in 31005 of the
 * total, in 31007 of a flow and of the total.
 */
class RejectedPartsTest {
  private static final int FLOWS = 250;
  private static final Set<String> SPOILT =
      Set.of("31001 01007", "31003 31003", "31005 96000", "31007 01007", "31007 96000");

  private final Workbench.Bench bench = Workbench.bench("rejected-parts");

  @Test
  void shouldLetTheTotalStandInForARejectedPart() {
    Outcome outcome = migration("jobs-us");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings())
        .as("%s", outcome.findings())
        .extracting(Finding::rule)
        .containsOnly("rejected_row");
    for (String indicator : List.of("in_migrant_persons", "in_migrant_tax_households")) {
      assertThat(shown(indicator))
          .as(indicator)
          .containsExactlyInAnyOrder(
              "31001 250 A", "31003 250 A", "31005 250 A", "31007 249 U", "31 1000 A", "US 1000 A");
    }
    assertThat(shown("in_migrant_persons_us_row"))
        .as("has its own total, which is sound in every county")
        .containsExactlyInAnyOrder(
            "31001 250 A", "31003 250 A", "31005 250 A", "31007 250 A", "31 1000 A", "US 1000 A");
    assertThat(shown("non_migrant_persons"))
        .as("has no total")
        .containsExactlyInAnyOrder(
            "31001 1000 A", "31003 0 U", "31005 1000 A", "31007 1000 A", "31 3000 U", "US 3000 U");
    assertThat(shown("in_migration_rate"))
        .contains("31001 250 A", "31003 250 U", "31005 250 A", "31007 249 U", "31 1000 U");
  }

  @Test
  void shouldKeepTheRowOfACellThatMayBeUnreadableAndLetTheTotalStandInForIt() throws IOException {
    Path jobs = Folders.copy(Path.of("jobs-us"), bench.folder().resolve("jobs"));
    Path dataset = jobs.resolve("datasets/us_migration.yaml");
    String forgiving =
        Files.readString(dataset)
            .replace(
                "unit: persons, stored: string",
                "unit: persons, stored: string, unreadable: unknown");
    Files.writeString(dataset, forgiving);

    Outcome outcome = migration(jobs.toString());

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings())
        .extracting(f -> f.rule() + " " + f.unit() + " " + f.message())
        .containsExactlyInAnyOrder(
            "unreadable 31001 1 rows: exemptions cannot be read as int64, and counts as unknown",
            "unreadable 31003 1 rows: exemptions cannot be read as int64, and counts as unknown",
            "unreadable 31005 1 rows: exemptions cannot be read as int64, and counts as unknown",
            "unreadable 31007 2 rows: exemptions cannot be read as int64, and counts as unknown");
    assertThat(shown("in_migrant_persons"))
        .containsExactlyInAnyOrder(
            "31001 250 A", "31003 250 A", "31005 250 A", "31007 249 U", "31 1000 A", "US 1000 A");
    assertThat(shown("in_migrant_tax_households"))
        .as("their cells can be read")
        .containsExactlyInAnyOrder(
            "31001 250 A", "31003 250 A", "31005 250 A", "31007 250 A", "31 1000 A", "US 1000 A");
    assertThat(shown("non_migrant_persons")).contains("31003 M", "31 3000 U", "US 3000 U");
    assertThat(shown("non_migrant_tax_households")).contains("31003 1000 A", "US 4000 A");
  }

  /** A county's sector has two owners, of which one has jobs below zero. */
  @Test
  void shouldTellWhichPartOfABreakdownIsLost() {
    Outcome outcome = employment();

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("1 rows rejected: month3_emplvl is negative");
    assertThat(shown("employment_by_sector"))
        .containsExactlyInAnyOrder(
            "10001 sector=23 70 U",
            "10 sector=23 100 A",
            "US sector=23 100 A",
            "10001 sector=42 50 A",
            "10 sector=42 50 A",
            "US sector=42 50 A");
    assertThat(shown("employment")).contains("10001 150 A", "10 150 A", "US 150 A");
  }

  private Outcome migration(String jobs) {
    List<Row> rows = new ArrayList<>();
    for (String county : List.of("001", "003", "005", "007")) {
      for (int flow = 1; flow <= FLOWS; flow++) {
        rows.add(flow("31", county, "01", "%03d".formatted(flow), 1));
      }
      rows.add(flow("31", county, "96", "000", FLOWS));
      rows.add(flow("31", county, "97", "000", FLOWS));
      rows.add(flow("31", county, "31", county, 1000));
    }
    rows.add(flow("31", "000", "96", "000", 4 * FLOWS));
    StructType schema = new StructType();
    for (String column :
        List.of(
            "d_state",
            "d_county",
            "o_state",
            "o_county",
            "o_abbr",
            "o_name",
            "returns",
            "exemptions",
            "agi_k")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    write(rows, schema, "us_migration/irs_inflow_2011.parquet");
    return bench.run(
        bench.folder().resolve("delivery"), jobs, List.of(YearMonth.of(2010, 12)), "us-migration");
  }

  private static Row flow(String state, String county, String from, String fromCounty, int number) {
    boolean spoilt = SPOILT.contains(state + county + " " + from + fromCounty);
    String persons = spoilt ? number + "O" : String.valueOf(number);
    return RowFactory.create(
        state, county, from, fromCounty, "", "", String.valueOf(number), persons, "");
  }

  /**
   * Nobody knows which sector the row of no real one belongs to, and its text is published nowhere.
   */
  @Test
  void shouldDoubtEveryValueOfABreakdownWhereTheRejectedRowHasNone() {
    Outcome outcome = employment(jobs("10001", "5", "Li Si", "74", -1));

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(shown("employment_by_sector"))
        .containsExactlyInAnyOrder(
            "10001 sector=23 70 U",
            "10 sector=23 100 A",
            "US sector=23 100 A",
            "10001 sector=42 50 U",
            "10 sector=42 50 A",
            "US sector=42 50 A");
    assertThat(shown("employment")).contains("10001 150 A", "10 150 A", "US 150 A");
  }

  private Outcome employment(Row... more) {
    List<Row> rows = new ArrayList<>(List.of(more));
    rows.add(jobs("10001", "0", "10", "70", 150));
    rows.add(jobs("10001", "3", "23", "74", -30));
    rows.add(jobs("10001", "5", "23", "74", 70));
    rows.add(jobs("10001", "5", "42", "74", 50));
    for (int other = 0; other < 250; other++) {
      rows.add(jobs("10001", "5", "x" + other, "75", 1));
    }
    rows.add(jobs("10000", "0", "10", "50", 150));
    rows.add(jobs("10000", "3", "23", "54", 30));
    rows.add(jobs("10000", "5", "23", "54", 70));
    rows.add(jobs("10000", "5", "42", "54", 50));
    StructType schema = new StructType();
    for (String column :
        List.of("area_fips", "own_code", "industry_code", "agglvl_code", "size_code")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    schema =
        schema
            .add("year", DataTypes.LongType)
            .add("qtr", DataTypes.LongType)
            .add("disclosure_code", DataTypes.StringType);
    for (String column :
        List.of("area_title", "own_title", "industry_title", "agglvl_title", "size_title")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    for (String column :
        List.of(
            "qtrly_estabs_count",
            "month1_emplvl",
            "month2_emplvl",
            "month3_emplvl",
            "total_qtrly_wages",
            "taxable_qtrly_wages",
            "qtrly_contributions",
            "avg_wkly_wage")) {
      schema = schema.add(column, DataTypes.LongType);
    }
    write(rows, schema, "us_employment/qcew_2016_small.parquet");
    return bench.run(
        bench.folder().resolve("delivery"),
        "jobs-us",
        List.of(YearMonth.of(2016, 12)),
        "us-employment");
  }

  private static Row jobs(String area, String owner, String industry, String level, long number) {
    return RowFactory.create(
        area, owner, industry, level, "0", 2016L, 4L, null, "", "", "", "", "", 1L, 1L, 1L, number,
        1L, 1L, 1L, 1L);
  }

  /** Writes one file under a name of its own. */
  private void write(List<Row> rows, StructType schema, String file) {
    Path written = bench.folder().resolve("written");
    Path target = bench.folder().resolve("delivery").resolve(file);
    bench.spark().createDataFrame(rows, schema).coalesce(1).write().parquet(written.toString());
    try (Stream<Path> files = Files.list(written)) {
      Files.createDirectories(target.getParent());
      Files.copy(
          files.filter(name -> name.toString().endsWith(".parquet")).findFirst().orElseThrow(),
          target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Region, breakdown, numerator and status. */
  private List<String> shown(String indicator) {
    return bench
        .exact()
        .where("indicator = '" + indicator + "'")
        .selectExpr(
            "concat_ws(' ', region_code, nullif(breakdown, ''),"
                + " cast(cast(numerator as decimal(20,0)) as string), status)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
