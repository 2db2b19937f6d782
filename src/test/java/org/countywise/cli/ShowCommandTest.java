package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.PlainManifest;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code countywise show} prints of a small release, and of one that is empty or unknown. */
class ShowCommandTest {
  private static final List<String> MONTHS = List.of("2020-07", "2020-08", "2020-09");
  private static final List<String> INDICATORS = List.of("gini", "median_income");

  private static Workbench.Bench bench;
  private static Workbench.Bench empty;

  @TempDir private java.nio.file.Path folder;

  @BeforeAll
  static void publish() {
    bench = Workbench.bench("show");
    publish(
        bench,
        List.of(
            row("gini", "2020-07", 0.412311),
            row("gini", "2020-08", 0.412314),
            row("gini", "2020-09", 0.39),
            row("median_income", "2020-09", 1234.5)));
    empty = Workbench.bench("show-empty");
    publish(empty, List.of());
  }

  @Test
  void shouldShowARangeOfMonthsWithDigitsThatTellThemApart() {
    Terminal shown = show(bench, "gini", "--period", "2020-07..2020-09");

    assertThat(shown.code()).as("exit code; said: %s", shown.err()).isZero();
    assertThat(shown.out().replaceAll(" +", " "))
        .contains(
            """
            CN 全国 (Nation) 2020-07 0.412311 A
            CN 全国 (Nation) 2020-08 0.412314 A
            CN 全国 (Nation) 2020-09 0.39 A
            """);
  }

  @Test
  void shouldShowTheMonthsOfARangeOneBelowTheOtherAlsoForSeveralIndicators() {
    Terminal shown = show(bench, "--period", "2020-08..2020-09");

    assertThat(shown.code()).as("exit code; said: %s", shown.err()).isZero();
    assertThat(shown.out().replaceAll(" +", " "))
        .contains("CN 全国 (Nation) 2020-08 0.4123 A\n", "CN 全国 (Nation) 2020-09 1,234.5 A\n")
        .doesNotContain("2020-07");
  }

  @Test
  void shouldShowHowAnIndicatorGoesOverTheMonths() {
    assertThat(show(bench, "gini", "--period", "2020-07..2020-09").out())
        .contains("CN 全国 (Nation)  ▇▇▁", "AAA");
    assertThat(show(bench, "median_income", "--period", "2020-07..2020-09").out())
        .contains("CN 全国 (Nation)  ··▁", "··A");
    assertThat(show(bench, "gini").out()).doesNotContain("▁");
  }

  @Test
  void shouldNameTheUnitAboveTheValues() {
    assertThat(show(bench, "median_income").out()).contains("value, currency");
    assertThat(show(bench, "median_income", "--json").out())
        .contains("\"median_income\" : \"currency\"");
  }

  @Test
  void shouldWriteTheColumnsOfThePublishedTableToAFile() throws IOException {
    java.nio.file.Path file = folder.resolve("values.csv");

    Terminal shown = show(bench, "gini", "--period", "2020-07..2020-08", "--csv", file.toString());

    assertThat(shown.out()).isEqualTo("2 values in " + file + "\n");
    assertThat(Files.readAllLines(file))
        .containsExactly(
            String.join(",", IndicatorValue.SCHEMA.fieldNames()),
            "gini,CN,nation,2020-07,\"\",0.412311,1.000000,,A,r0001",
            "gini,CN,nation,2020-08,\"\",0.412314,1.000000,,A,r0001");
  }

  @Test
  void shouldNameTheRangeForScripts() {
    assertThat(show(bench, "gini", "--period", "2020-07..2020-09", "--json").out())
        .contains("\"period\" : \"2020-07..2020-09\"", "\"value\" : 0.412311");
  }

  @Test
  void shouldShowTheLatestMonthWhereNoneIsNamed() {
    assertThat(show(bench, "gini").out()).contains("2020-09").doesNotContain("2020-08");
  }

  @Test
  void shouldNameTheMonthOfARangeThatIsNotPublished() {
    Terminal shown = show(bench, "gini", "--period", "2020-09..2020-10");

    assertThat(shown.code()).isEqualTo(Exit.USAGE);
    assertThat(shown.err())
        .isEqualTo(
            "countywise: period '2020-10' is not published; published are 2020-07..2020-09;"
                + " 'countywise run --period 2020-10' adds it\n");
  }

  @Test
  void shouldNameTheReleasesWhereOneIsUnknown() {
    Terminal shown = show(bench, "--release", "r0009");

    assertThat(shown.code()).isEqualTo(Exit.USAGE);
    assertThat(shown.err())
        .isEqualTo("countywise: unknown release 'r0009'; releases that can be read are r0001\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show",
        "show gini --period 2020-07",
        "explain gini --region CN --period 2020-07",
        "claims jobs/claims/2020-09.yaml",
        "alerts --period 2020-07",
        "findings",
        "releases",
        "diff --from r0001 --to r0001",
        "report --out OUT",
        "export --format csv --out OUT",
        "export --format parquet --out OUT --period 2020-07",
        "export --format sdmx-csv --out OUT",
        "export --format xlsx --out OUT"
      })
  void shouldEndNoCommandWithAFailureOnAnEmptyRelease(String command) {
    List<String> words =
        new ArrayList<>(
            List.of(command.replace("OUT", folder.resolve("out").toString()).split(" ", -1)));
    words.addAll(List.of("-q", "--warehouse", warehouse(empty)));

    Terminal typed = Terminal.type(words.toArray(String[]::new));

    assertThat(typed.code()).as("exit code; said: %s", typed.err()).isIn(Exit.DONE, Exit.USAGE);
    assertThat(typed.err()).doesNotContain("engine failed");
    if (command.startsWith("show")) {
      assertThat(typed.err()).startsWith("countywise: release 'r0001' has no values; ");
    }
  }

  private static Terminal show(Workbench.Bench where, String... words) {
    List<String> all =
        new ArrayList<>(List.of("show", "-q", "--level=nation", "--warehouse", warehouse(where)));
    all.addAll(Arrays.asList(words));
    return Terminal.type(all.toArray(String[]::new));
  }

  private static String warehouse(Workbench.Bench where) {
    return where.folder().resolve("warehouse").toString();
  }

  private static Row row(String indicator, String period, double value) {
    return RowFactory.create(
        indicator, "CN", "nation", period, "", value, new BigDecimal("1"), null, "A", "r0001");
  }

  private static void publish(Workbench.Bench where, List<Row> rows) {
    try (Draft draft = where.warehouse().draft()) {
      draft.replaceValues(
          Table.published("indicator_value"),
          where.spark().createDataFrame(rows, IndicatorValue.SCHEMA),
          MONTHS,
          INDICATORS);
      draft.merge(
          Table.published("dim_indicator"),
          text(
              where,
              List.of("indicator", "title_en", "title_zh", "unit", "formula", "job_file"),
              RowFactory.create("gini", "Gini", "基尼系数", "ratio", "gini", "living.yaml"),
              RowFactory.create("median_income", "Median", "中位数", "currency", "m", "living.yaml")));
      draft.merge(
          Table.published("dim_region"),
          text(
              where,
              List.of("region_code", "region_level", "name_zh", "name_en"),
              RowFactory.create("CN", "nation", "全国", "Nation")));
      draft.merge(
          Table.published("dim_period"),
          text(where, List.of("period"), RowFactory.create("2020-07")));
      draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
    }
  }

  private static Dataset<Row> text(Workbench.Bench where, List<String> names, Row... rows) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return where.spark().createDataFrame(List.of(rows), schema);
  }
}
