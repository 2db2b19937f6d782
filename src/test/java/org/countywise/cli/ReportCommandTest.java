package org.countywise.cli;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Outcome;
import org.countywise.run.Without;
import org.countywise.site.ReadSite;
import org.countywise.table.ValueRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release as a site, read back from its files. */
class ReportCommandTest {
  private static Workbench.Bench bench;
  private static Terminal written;
  private static ReadSite site;

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
    written = type(bench.folder().resolve("site"), "--json");
    site = new ReadSite(bench.folder().resolve("site"));
  }

  @Test
  void shouldSayWhereItIsAndCountForScripts() {
    assertThat(written.err()).isEmpty();
    assertThat(written.code()).isZero();
    assertThat(written.out())
        .contains("site/index.html\"", "\"release\" : \"r0001\"", "\"period\" : \"2020-09\"")
        .contains("\"errors\"", "\"warnings\"", "\"blockers\" : 0", "\"rows_by_status\"");
  }

  @Test
  void shouldHoldEveryPublishedValueAndNoOther() {
    Map<String, ReadSite.Read> published = new TreeMap<>();
    bench
        .published("indicator_value")
        .collectAsList()
        .forEach(
            row -> {
              ValueRow cell = ValueRow.of(row);
              published.put(
                  String.join(
                      " ", cell.region(), cell.indicator(), cell.breakdown(), cell.period()),
                  new ReadSite.Read(
                      cell.decimal(), cell.numerator(), cell.denominator(), cell.status()));
            });

    assertThat(published).hasSizeGreaterThan(1000);
    assertThat(published.values())
        .extracting(ReadSite.Read::status)
        .contains("A", "P", "O", "Q", "U");
    assertThat(site.byRegion()).isEqualTo(published);
    assertThat(site.byIndicator()).isEqualTo(published);
  }

  @Test
  void shouldShowNoNumberOfASuppressedValue() {
    assertThat(site.byRegion().values())
        .filteredOn(read -> read.status().equals("Q"))
        .isNotEmpty()
        .allMatch(
            read -> read.value() == null && read.numerator() == null && read.denominator() == null);
  }

  @Test
  void shouldHoldNoPlaceBelowTheCountyAndNoHousehold() {
    assertThat(site.files())
        .allSatisfy(
            (file, text) ->
                assertThat(text)
                    .as(file)
                    .doesNotContain("household_id", "person_id", "sampleKeys", "sample_keys")
                    .doesNotContainPattern("\"\\d{9}(\\d{3})?\""));
  }

  @Test
  void shouldCountFindingsByRuleAndCounty() {
    JsonNode quality = site.data("quality");

    assertThat(quality.path("findings"))
        .extracting(found -> found.path("rule").asText() + " " + found.path("unit").asText())
        .contains(
            "rejected_row 451028",
            "low_reliability 451028",
            "no_control_total 640422",
            "members_differ 520526");
    assertThat(quality.path("kinds").path("no_control_total").path("remedy").path("en").asText())
        .contains("deliver");
    assertThat(quality.path("kinds").path("members_differ").path("meaning").path("zh").asText())
        .isNotBlank();
    assertThat(quality.path("inputs"))
        .extracting(input -> input.path("dataset").asText())
        .contains("person", "household");
  }

  @Test
  void shouldCountStatusesOfTheMonth() {
    JsonNode statuses = site.data("quality").path("statuses").path("labourers");

    assertThat(statuses.path("county").path("U").asInt()).isEqualTo(1);
    assertThat(statuses.path("county").path("O").asInt()).isEqualTo(1);
    assertThat(statuses.path("nation").path("P").asInt()).isEqualTo(1);
  }

  @Test
  void shouldOpenWithTheBulletinInBothLanguages() throws IOException {
    assertThat(Files.readString(site.root().resolve("index.html")))
        .contains("Bulletin of listed supervision, 2020-09", "挂牌督战通报（2020-09）")
        .contains("data-indicator=\"registered_persons\"", "data-status=\"A\"")
        .contains("A normal", "A 正常", "Left out: The roster, ", "未列入：挂牌名单、")
        .doesNotContain("http://", "https://");
  }

  @Test
  void shouldReportOnAnEarlierMonth() {
    Terminal terminal = type(folder, "--period", "2020-08");

    assertThat(terminal.out().strip()).isEqualTo(folder.resolve("index.html").toString());
    assertThat(new ReadSite(folder).data("index").path("periods"))
        .extracting(JsonNode::asText)
        .containsExactly("2020-08");
    assertThat(new ReadSite(folder).byRegion().keySet()).noneMatch(of -> of.endsWith("2020-09"));
  }

  @Test
  void shouldNotKnowAMonthThatIsNotPublished() {
    Terminal terminal = type(folder, "--period", "2020-07");

    assertThat(terminal.code()).isEqualTo(64);
    assertThat(terminal.err())
        .contains("period '2020-07' is not published; published are 2020-08, 2020-09");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldNotOverwriteWhatSomebodyElseWrote() throws IOException {
    Files.writeString(folder.resolve("index.html"), "mine");

    Terminal terminal = type(folder);

    assertThat(terminal.code()).isEqualTo(64);
    assertThat(terminal.err())
        .contains("holds 'index.html', which no report wrote; name an empty folder or one of");
    assertThat(folder.resolve("index.html")).hasContent("mine");
  }

  private static Terminal type(Path out, String... words) {
    String warehouse = bench.folder().resolve("warehouse").toString();
    return Terminal.type(
        Stream.concat(
                Stream.of("report", "--quiet", "--warehouse", warehouse, "--out", out.toString()),
                Stream.of(words))
            .toArray(String[]::new));
  }
}
