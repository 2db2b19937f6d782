package org.countywise.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.definition.Definitions;
import org.countywise.definition.Title;
import org.countywise.report.Finding;
import org.countywise.report.Language;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site of a small country, written from records and read back from its files. */
class SiteTest {
  private static final String COUNTY = "522633";
  private static final String KEY = "880088";
  private static final String EVIL = "<script>alert('x')</script>";
  private static final Definitions JOBS = Workbench.definitions("jobs");
  private static final List<PublishedValue> VALUES =
      List.of(
          value("CN", "rate", "", "2020-08", said(50.0, "1", "2", "P")),
          value("CN", "rate", "", "2020-09", said(100.0 / 3, "1", "3", "A")),
          value(COUNTY, "people", "", "2020-08", said(0.0, "0", null, "A")),
          revised(value(COUNTY, "people", "", "2020-09", said(7.0, "7", null, "U"))),
          value(COUNTY, "people", "kind=a", "2020-09", said(null, null, null, "Q")),
          value(COUNTY, "rate", "", "2020-09", said(null, "4", "0", "M")),
          value("group:listed", "people", "", "2020-09", said(null, null, null, "O")),
          value(
              "group:listed",
              "rate",
              "",
              "2020-09",
              said(0.1, "12345678901234567890.123456", "1", "B")));

  @TempDir private Path folder;
  private ReadSite site;

  @BeforeEach
  void write() {
    new Site(SiteFolder.open(folder), edition(), content()).write(VALUES.iterator());
    site = new ReadSite(folder);
  }

  @Test
  void shouldGiveBackEveryValueAsItWasPublished() {
    assertThat(site.byRegion())
        .hasSize(VALUES.size())
        .containsEntry(COUNTY + " people  2020-08", read("0.0", "0.0", null, "A"))
        .containsEntry(COUNTY + " rate  2020-09", read(null, "4", "0", "M"))
        .containsEntry("CN rate  2020-08", read("50.0", "1", "2", "P"))
        .containsEntry("group:listed people  2020-09", read(null, null, null, "O"));
    assertThat(site.byIndicator()).isEqualTo(site.byRegion());
  }

  @Test
  void shouldKeepMoreDigitsThanAScriptCanCountWith() {
    assertThat(site.byRegion().get("group:listed rate  2020-09").numerator())
        .isEqualByComparingTo("12345678901234567890.123456");
    assertThat(site.files().get("data/region/group~3a~listed.js"))
        .contains("\"12345678901234567890.123456\"");
  }

  @Test
  void shouldLeaveMonthsWithoutARowAbsent() {
    JsonNode rate = site.data("region/" + COUNTY).path(2);

    assertThat(rate.path("of").asText()).isEqualTo("rate");
    assertThat(rate.path("s").asText()).isEqualTo(".M");
    assertThat(rate.path("v").path(0).isNull()).isTrue();
  }

  @Test
  void shouldHaveNoNumberWhereItIsSuppressed() {
    assertThat(site.byRegion().get(COUNTY + " people kind=a 2020-09"))
        .isEqualTo(read(null, null, null, "Q"));
  }

  @Test
  void shouldRefuseASuppressedValueThatComesWithANumber() {
    assertThatThrownBy(() -> said(3.0, "3", null, "Q"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a suppressed value (status Q) comes with a number");
    assertThatThrownBy(() -> said(null, "3", null, "Q")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldSayWhichReleaseRevisedAValue() {
    assertThat(site.data("region/" + COUNTY).path(0).path("r").path("2020-09").toString())
        .isEqualTo("{\"in\":\"r0002\",\"s\":\"A\",\"v\":6,\"n\":6}");
    assertThat(site.data("quality").path("revised").path("r0002").path("people").asInt())
        .isEqualTo(1);
  }

  @Test
  void shouldCountFindingsAndTellNeitherKeysNorNumbersOfRows() {
    JsonNode findings = site.data("quality").path("findings");

    assertThat(findings).hasSize(2);
    assertThat(findings.path(0).path("rule").asText()).isEqualTo("rejected_row");
    assertThat(findings.path(0).path("findings").asInt()).isEqualTo(2);
    assertThat(findings.path(0).path("rows").asInt()).isEqualTo(100);
    assertThat(findings.path(1).path("rows").asInt()).isEqualTo(10);
    assertThat(site.files().values()).noneMatch(text -> text.contains(KEY));
    assertThat(site.files().values()).noneMatch(text -> text.contains("three of them"));
    assertThat(site.files().get("data/quality.js")).doesNotContain("433", "431");
  }

  @Test
  void shouldExplainFindingsOfTheEngineAndOfTheDefinitions() {
    JsonNode kinds = site.data("quality").path("kinds");

    assertThat(kinds.path("rejected_row").path("meaning").path("en").asText()).isNotBlank();
    assertThat(kinds.path("members_differ").path("remedy").path("zh").asText()).isNotBlank();
  }

  @Test
  void shouldEscapeWhateverComesFromDataInPages() {
    assertThat(site.files().get("index.html"))
        .contains("&lt;script&gt;alert(")
        .doesNotContain(EVIL);
  }

  @Test
  void shouldNameNothingOutsideItsFolder() {
    assertThat(site.files())
        .allSatisfy(
            (file, text) ->
                assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                    .as(file)
                    .doesNotContain("http://", "https://", "fetch(", "import("));
  }

  @Test
  void shouldGiveCodesDifferentFilesOnEveryFileSystem() {
    assertThat(DataFiles.name("group:listed")).isEqualTo("group~3a~listed");
    assertThat(DataFiles.name("kind=a/b")).isEqualTo("kind~3d~a~2f~b");
    assertThat(DataFiles.name("县")).isEqualTo("~53bf~");
    assertThat(DataFiles.name("a~b")).isNotEqualTo(DataFiles.name("a_b"));
  }

  @Test
  void shouldTakeTheFilesOfAnEarlierSiteAway() {
    new Site(SiteFolder.open(folder), edition(), content()).write(VALUES.subList(0, 2).iterator());

    assertThat(site.files()).containsKey("data/region/CN.js");
    assertThat(site.files()).doesNotContainKey("data/region/" + COUNTY + ".js");
    assertThat(site.byRegion()).hasSize(2);
  }

  private static PublishedValue value(
      String region, String indicator, String by, String period, PublishedValue.Said said) {
    return new PublishedValue(new PublishedValue.At(region, indicator, by, period), said, null);
  }

  private static PublishedValue revised(PublishedValue value) {
    return new PublishedValue(
        value.at(), value.said(), new PublishedValue.Revised("r0002", said(6.0, "6", null, "A")));
  }

  private static PublishedValue.Said said(
      Double value, String numerator, String denominator, String status) {
    return new PublishedValue.Said(value, decimal(numerator), decimal(denominator), status);
  }

  private static ReadSite.Read read(
      String value, String numerator, String denominator, String status) {
    return new ReadSite.Read(decimal(value), decimal(numerator), decimal(denominator), status);
  }

  private static BigDecimal decimal(String digits) {
    return digits == null ? null : new BigDecimal(digits);
  }

  private static Edition edition() {
    Manifest manifest =
        PlainManifest.of(
            "r0002",
            PlainManifest.planned(
                List.of("registry"),
                List.of("2020-09"),
                List.of(new Manifest.Input("person", "2020-09", 12, "f00"))));
    return new Edition(
        manifest,
        "2020-09",
        List.of("2020-08", "2020-09"),
        List.of(
            new PublishedRegion("CN", "nation", "全国", "Nation", ""),
            new PublishedRegion("group:listed", "group", "挂牌督战县", "Listed", ""),
            new PublishedRegion(COUNTY, "county", EVIL, "", "CN")),
        List.of(indicator("people", "persons"), indicator("rate", "percent")),
        Map.of("registry", new Title("Registry", "建档立卡")));
  }

  private static PublishedIndicator indicator(String id, String unit) {
    Title title = new Title(id, id);
    return new PublishedIndicator(
        id,
        title,
        unit,
        new PublishedIndicator.Words(title, title, null, "additive over regions"),
        "registry");
  }

  private static Content content() {
    BulletinPage.Figure figure =
        new BulletinPage.Figure(
            new BulletinPage.Cited("people", "", "People", "value"), "7", "a count", "U", "U low");
    BulletinPage bulletin =
        new BulletinPage(
            "Bulletin of " + EVIL,
            List.of(
                new BulletinPage.Section(
                    "Registry",
                    List.of(
                        List.of(
                            new BulletinPage.Piece(null, figure),
                            new BulletinPage.Piece(" people.", null))),
                    List.of(figure))),
            List.of("Low reliability (U): people."));
    List<Finding> findings =
        List.of(
            finding("rejected_row", 2),
            finding("rejected_row", 431),
            finding("members_differ", 30));
    return new Content(
        JOBS,
        Map.of(Language.EN, bulletin, Language.ZH, bulletin),
        FindingCount.of(findings).stream()
            .sorted(java.util.Comparator.comparing(FindingCount::rule).reversed())
            .toList(),
        List.of(),
        List.of(new ReleaseStep("r0002", "r0001", true, List.of("person"))),
        null);
  }

  private static Finding finding(String rule, long rows) {
    return new Finding(
        rule,
        "person",
        "2020-09",
        COUNTY,
        Finding.Severity.WARNING,
        rows,
        List.of(KEY),
        "three of them; mend them",
        "");
  }
}
