package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A delivery of another country: rows that lie where others lie, rows without a key, shares in a
 * whole. Residents 1 to 17 live in three dwellings, one more in a dwelling that is not there.
 */
class ElsewhereTest {
  private static final String JOBS = "src/test/resources/jobs-elsewhere";
  private static final String PERIOD = "2020-07";
  private static Workbench.Bench bench;
  private static Outcome outcome;

  @BeforeAll
  static void run() {
    bench = Workbench.bench("elsewhere");
    Path delivery = bench.folder().resolve("delivery");
    new Delivered(bench.spark(), delivery).write();
    outcome = bench.run(delivery, JOBS, List.of(YearMonth.parse(PERIOD)));
  }

  @Test
  void shouldFindNothingWrongWithItsDefinitions() {
    Parsed parsed = DefinitionReader.read(Path.of(JOBS));

    assertThat(parsed.problems()).isEmpty();
    assertThat(Compilation.of(parsed.definitions(), parsed.places()).problems()).isEmpty();
  }

  @Test
  void shouldMeetItsWorkedExamples() {
    List<Examples.Result> results =
        new Examples(Workbench.session(Map.of()), Workbench.definitions(JOBS)).run();

    assertThat(results).hasSize(6);
    assertThat(results).allSatisfy(r -> assertThat(r.differences()).as(r.title()).isEmpty());
  }

  @Test
  void shouldPublishThoughARowNamesNobodyWhoSaysWhereItLies() {
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings())
        .extracting(Finding::rule)
        .doesNotContain("control_total", "no_control_total", "repeated_row", "conflicting_key");
    assertThat(rejected("resident"))
        .satisfies(
            finding -> {
              assertThat(finding.unit()).isEmpty();
              assertThat(finding.rows()).isEqualTo(1);
              assertThat(finding.message()).contains("dwelling_id has no row in dwelling");
              assertThat(finding.sampleKeys()).containsExactly("99");
            });
  }

  @Test
  void shouldNameNoKeyOfARowThatHasNone() {
    assertThat(rejected("purchase").sampleKeys()).isEmpty();
    assertThat(
            bench
                .lastRun("rejected_row")
                .where("dataset = 'purchase'")
                .select("key")
                .collectAsList())
        .singleElement()
        .extracting(row -> row.getString(0))
        .isEqualTo("");
  }

  @Test
  void shouldCountRowsWhereTheirCounterpartsLie() {
    Map<String, Double> values = values();

    assertThat(values)
        .containsEntry("residents N001 ", 10.0)
        .containsEntry("residents N002 ", 7.0)
        .containsEntry("residents EL ", 17.0)
        .containsEntry("visits N002 ", 2.0)
        .containsEntry("beds N002 ", 3.0)
        .containsEntry("beds EL ", 3.0);
  }

  @Test
  void shouldCountRowsThatAreAlike() {
    // three purchases of 100 cents in N001, two of them alike, and one of 700 in N002
    assertThat(values())
        .containsEntry("spending N001 ", 3.0)
        .containsEntry("spending EL ", 10.0)
        .containsEntry("spending_per_dwelling EL good=food", 1.0);
  }

  @Test
  void shouldDivideThePartsOfABreakdownByTheWhole() {
    Map<String, Double> values = values();

    assertThat(values)
        .containsEntry("share_by_age N001 age=child", 50.0)
        .containsEntry("share_by_age N002 age=adult", 100.0)
        .containsEntry("share_by_age EL age=child", 5 / 17.0 * 100)
        .containsEntry("share_by_age EL ", 100.0);
    assertThat(values.get("share_by_age N001 age=adult") + values.get("share_by_age N001 age=old"))
        .isEqualTo(50);
  }

  @Test
  void shouldHideASmallPartAndWhatTellsIt() {
    // one old resident, in N001: with the whole and the other ages the number would be told
    List<String> hidden =
        bench
            .published("indicator_value")
            .where("indicator = 'share_by_age' and status = 'Q' and region_code = 'N001'")
            .collectAsList()
            .stream()
            .map(row -> row.getString(row.fieldIndex("breakdown")))
            .toList();

    assertThat(hidden).contains("age=old").hasSizeGreaterThan(1);
    assertThat(published("share_by_age", "N001", "age=old").isNullAt(1)).isTrue();
    assertThat(published("residents", "N001", "age=old").isNullAt(1)).isTrue();
  }

  private static Row published(String indicator, String region, String breakdown) {
    return bench
        .published("indicator_value")
        .where("indicator = '%s' and region_code = '%s'".formatted(indicator, region))
        .where("breakdown = '%s'".formatted(breakdown))
        .select("status", "numerator")
        .collectAsList()
        .get(0);
  }

  private static Finding rejected(String dataset) {
    return outcome.findings().stream()
        .filter(of -> of.rule().equals("rejected_row") && of.dataset().equals(dataset))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    bench
        .exact()
        .select("indicator", "region_code", "breakdown", "value")
        .collectAsList()
        .forEach(
            row ->
                values.put(
                    String.join(" ", row.getString(0), row.getString(1), row.getString(2)),
                    row.isNullAt(3) ? null : row.getDouble(3)));
    return values;
  }

  /** The files. */
  private record Delivered(SparkSession spark, Path folder) {

    void write() {
      undated(
          "place", "'N0', 'region', 'EL'", "'N001', 'district', 'N0'", "'N002', 'district', 'N0'");
      undated("place_change", "'Q001', 'N001', 'merge'");
      undated("clinic", "'a', 'N002'");
      undated("bed", "'a'", "'a'", "'a'");
      dated(
          "dwelling",
          "1, 'N001'",
          "2, 'N002'",
          "3, 'N001'",
          "4, 'N002'",
          "5, 'N001'",
          "6, 'N001'",
          "7, 'N002'",
          "8, 'N002'",
          "9, 'N001'",
          "10, 'N001'");
      dated("resident", residents());
      dated(
          "purchase",
          "1, 'food', 100",
          "1, 'food', 100",
          "2, 'food', 100",
          "11, 'food', 700",
          "98, 'rent', 5");
      dated("visit", "'a'", "'a'");
      dated(
          "delivered",
          "'dwelling', 'N001', 6",
          "'dwelling', 'N002', 4",
          "'resident', 'N001', 10",
          "'resident', 'N002', 8",
          "'purchase', 'N001', 3",
          "'purchase', 'N002', 2",
          "'visit', 'N001', 0",
          "'visit', 'N002', 2");
    }

    private static String[] residents() {
      String[] rows = new String[18];
      for (int i = 0; i < 17; i++) {
        String age = i < 5 ? "child" : i == 5 ? "old" : "adult";
        rows[i] = "%d, %d, '%s'".formatted(i + 1, i < 10 ? 1 : 2, age);
      }
      rows[17] = "99, 77, 'adult'";
      return rows;
    }

    private void dated(String dataset, String... rows) {
      write(dataset, dataset + "/period=" + PERIOD, rows);
    }

    private void undated(String dataset, String... rows) {
      write(dataset, dataset, rows);
    }

    private void write(String dataset, String path, String... rows) {
      spark
          .sql(
              "select %s from values %s"
                  .formatted(columns(dataset), "(" + String.join("), (", rows) + ")"))
          .write()
          .parquet(folder.resolve(path).toString());
    }

    private static String columns(String dataset) {
      return switch (dataset) {
        case "place" ->
            "col1 as code, col2 as level, col3 as parent, col1 as name, date '2000-01-01' as"
                + " valid_from, cast(null as date) as valid_to";
        case "place_change" ->
            "col1 as old_code, col2 as new_code, date '2010-01-01' as changed_on, col3 as kind";
        case "clinic" -> "col1 as clinic, col2 as district";
        case "bed", "visit" -> "col1 as clinic";
        case "dwelling" -> "cast(col1 as bigint) as dwelling_id, col2 as district";
        case "resident" ->
            "cast(col1 as bigint) as resident_id, cast(col2 as bigint) as dwelling_id, col3 as"
                + " age_group, cast(100 as decimal(12,2)) as income, cast(1.5 as decimal(10,4)) as"
                + " weight";
        case "purchase" ->
            "cast(col1 as bigint) as resident_id, col2 as good, cast(col3 as bigint) as cents";
        case "delivered" -> "col1 as dataset, col2 as district, cast(col3 as bigint) as row_count";
        default -> throw new IllegalArgumentException(dataset);
      };
    }
  }
}
