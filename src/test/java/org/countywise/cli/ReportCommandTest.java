package org.countywise.cli;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.countywise.run.Without;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quality of a release as a page. */
class ReportCommandTest {
  private static final String KEY = "880088";
  private static Workbench.Bench bench;

  @TempDir private Path folder;

  /**
   * Two months of the registry. In September every ninth person of 451028 is rejected, the
   * households of 520526 say a person too many, and 640422 sends no control total for persons.
   */
  @BeforeAll
  static void publishWithProblems() {
    bench = Workbench.bench("report");
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    Without.rewrite(
        bench.spark(),
        delivery.resolve("person/period=2020-09"),
        rows ->
            rows.withColumn(
                "sex",
                expr("if(startswith(village_code, '451028') and person_id % 9 = 0, 'x', sex)")));
    Without.rewrite(
        bench.spark(),
        delivery.resolve("household/period=2020-09"),
        rows ->
            rows.withColumn(
                "persons",
                expr("cast(if(startswith(village_code, '520526'), persons + 1, persons) as int)")));
    Without.rewrite(
        bench.spark(),
        delivery.resolve("delivery/period=2020-09"),
        rows -> rows.filter(expr("not (dataset = 'person' and county_code = '640422')")));
    Outcome outcome =
        bench.run(
            delivery, "jobs", List.of(YearMonth.of(2020, 8), YearMonth.of(2020, 9)), "registry");
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
  }

  @Test
  void shouldWriteAPageAboutTheRelease() throws IOException {
    Terminal terminal = type();

    Path page = folder.resolve("quality-r0001.md");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out().strip()).isEqualTo(page.toString());
    assertThat(Files.readString(page))
        .startsWith("# Data quality of release r0001 数据质量报告\n")
        .contains("Months: 2020-08, 2020-09. Families: registry.")
        .contains("## Values by status 数值状态")
        .contains("| U | low reliability: too many rows rejected 可靠性低 |")
        .contains("| 1 | 451028 | 乐业县", "| 2 | 640422 | 西吉县")
        .contains("### low\\_reliability", "### rejected\\_row", "### no\\_control\\_total")
        .contains("### members\\_differ\n\n1 warning in 1 county, ")
        .contains("deliver")
        .contains("| `labourers` | Labourers of registered households")
        .contains("| person | 2020-08 to 2020-09, 2 |");
  }

  @Test
  void shouldWriteAPageAboutOneMonth() throws IOException {
    type("--period", "2020-08");

    assertThat(Files.readString(folder.resolve("quality-r0001-2020-08.md")))
        .contains("Months: 2020-08.")
        .contains("No county has a finding.")
        .contains("Nothing was found.")
        .contains("| indicator |  | values | O | U | P | B | Q | M |")
        .contains("| `poor_persons` | Persons still poor 未脱贫人口 | 85 |  |  |  |  | 22 |  |");
  }

  @Test
  void shouldCountForScripts() {
    assertThat(type("--json").out())
        .contains("\"release\"", "\"errors\"", "\"warnings\"", "\"blockers\"");
  }

  @Test
  void shouldNotKnowAMonthTheReleaseDoesNotSpeakOf() {
    Terminal terminal = type("--period", "2020-07");

    assertThat(terminal.code()).isEqualTo(64);
    assertThat(terminal.err())
        .contains(
            "release r0001 does not speak of '2020-07', it speaks of 2020-08, 2020-09;"
                + " 'countywise releases' lists the others");
  }

  @Test
  void shouldPutErrorsBeforeWarningsAndManyRowsBeforeFew() {
    QualityFacts facts =
        facts(
            finding("a", "110101", Finding.Severity.WARNING, 900),
            finding("a", "110101", Finding.Severity.WARNING, 900),
            finding("b", "110102", Finding.Severity.ERROR, 1),
            finding("b", "110103", Finding.Severity.ERROR, 2),
            finding("b", "110104", Finding.Severity.ERROR, 1),
            finding("b", "110104", Finding.Severity.ERROR, 1),
            finding("c", "", Finding.Severity.ERROR, 1000));

    assertThat(facts.ranking())
        .extracting(QualityFacts.Trouble::unit)
        .containsExactly("110104", "110103", "110102", "110101");
  }

  @Test
  void shouldNeverShowKeysOfRows() {
    Finding[] many =
        Stream.iterate(0, i -> i + 1)
            .limit(15)
            .map(i -> finding("rejected_row", "11010" + i, Finding.Severity.ERROR, i))
            .toArray(Finding[]::new);

    assertThat(new QualityPage(facts(many)).markdown())
        .doesNotContain(KEY)
        .contains("- … and 5 more in the table `finding`");
  }

  private static Finding finding(String rule, String unit, Finding.Severity severity, long rows) {
    return new Finding(
        rule, "person", "2020-09", unit, severity, rows, List.of(KEY), "some rows; mend them", "");
  }

  private static QualityFacts facts(Finding... findings) {
    Manifest manifest =
        Manifest.planned("1", "abc", "D", List.of("registry"), List.of("2020-09"), "", List.of())
            .saying("r0007", new Manifest.Rows(Map.of(), Map.of()), Map.of(), "");
    return new QualityFacts(
        manifest, List.of("2020-09"), List.of(findings), Map.of(), Map.of(), Map.of());
  }

  private Terminal type(String... words) {
    String warehouse = bench.folder().resolve("warehouse").toString();
    return Terminal.type(
        Stream.concat(
                Stream.of(
                    "report", "--quiet", "--warehouse", warehouse, "--out", folder.toString()),
                Stream.of(words))
            .toArray(String[]::new));
  }
}
