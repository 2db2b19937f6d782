package org.countywise.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.definition.Benchmarks;
import org.countywise.definition.Definitions;
import org.countywise.definition.Layout;
import org.countywise.definition.Title;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/**
 * What pages draw follows from the definitions: a country whose indicators no script has heard of.
 * One county keeps its limit, another misses it; the second release corrected the nation.
 */
@Tag("server")
class LaidOutPagesTest {
  private static final String SURVEYED = "2020-06";
  private static final String MONTH = "2020-09";
  private static final List<String> COUNTIES = List.of("110101", "110102");

  @TempDir private static Path site;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void write() {
    browser = Browser.before(site, edition(), content(), values().iterator());
  }

  @BeforeEach
  void english() {
    browser.visit(site, "index.html");
    browser.tell("countywise.remember('language', 'en')");
  }

  @Test
  void shouldShowThePartsThatTheLayoutNamesAndFoldTheOthers() {
    browser.visit(site, "county.html#county=110101");

    assertThat(browser.one("#parts-trees-kind h2").getText()).isEqualTo("Trees by kind");
    assertThat(texts("#parts-trees-kind .row .label")).containsExactly("pine", "oak", "ash");
    assertThat(browser.attribute("#parts-trees-kind .row:nth-child(3) .value", "data-value"))
        .isEqualTo("9");
    assertThat(browser.all("#parts-trees-kind .row:nth-child(1) .none")).hasSize(1);
    assertThat(browser.one("#more-parts summary").getText()).contains("(1)");
    assertThat(browser.one("#more-parts #parts-birds-kind").isDisplayed()).isFalse();
    assertThat(texts("#key-table tbody th")).containsExactly("Of trees units of the kind");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldCompareNoPartsThatMakeUpNoTotal() {
    browser.visit(site, "county.html#county=110101");

    assertThat(browser.all("#parts-birds-kind .row")).hasSize(1);
    assertThat(browser.all("#parts-birds-kind .track")).isEmpty();
    assertThat(browser.all("#parts-trees-kind .track")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "110101, kept, 0.50 points to spare, Meets every criterion of exit",
    "110102, missed, missed by less than 0.01 points, Does not meet every criterion of exit"
  })
  void shouldSayHowFarACountyIsFromItsLimit(String county, String said, String by, String ready) {
    browser.visit(site, "county.html#county=%s&period=%s".formatted(county, SURVEYED));

    assertThat(browser.attribute("#exit .exit", "data-verdict")).isEqualTo(said);
    assertThat(browser.one("#exit .verdict").getText()).contains("at most 3 %", by);
    assertThat(browser.one("#exit .ready").getText()).isEqualTo(ready);
    assertThat(browser.all("#exit [data-known]")).isEmpty();
  }

  @Test
  void shouldLeadToTheMonthInWhichTheDistanceIsKnown() {
    browser.visit(site, "county.html#county=110101&period=" + MONTH);

    assertThat(browser.attribute("#exit .exit", "data-verdict")).isEqualTo("unknown");
    browser.one("#exit [data-known] a").click();
    browser.until(() -> browser.address().endsWith("period=" + SURVEYED));
    browser.until(() -> "kept".equals(browser.attribute("#exit .exit", "data-verdict")));
  }

  @Test
  void shouldAddUpWhatARevisionOfTheNationComesOf() {
    browser.visit(site, "quality.html");

    List<BigDecimal> shown =
        browser.all("#bridge-r0002 tr[data-indicator=share] td.part[data-value]").stream()
            .map(cell -> new BigDecimal(cell.getDomAttribute("data-value")))
            .toList();
    assertThat(shown).hasSize(3);
    assertThat(shown.get(1).add(shown.get(2))).isEqualByComparingTo(shown.get(0));
    assertThat(shown.get(0)).isEqualByComparingTo("-16.67");
    assertThat(browser.one("#revisions .ask").getText())
        .contains("the files of forest", "countywise diff --from r0001 --to r0002");
  }

  @Test
  void shouldShowASweepAsAWholeOrSayWhoMaySeeIt() {
    browser.visit(site, "warning.html");

    assertThat(texts("#sweep-table tr[data-rule=fire] small")).containsExactly("-50 %", "+100 %");
    assertThat(browser.attribute("#sweep .withheld", "data-rules")).isEqualTo("flood");
    assertThat(browser.one("#sweep .withheld").getText()).contains("countywise alerts --sweep");
    assertThat(browser.complaints()).isEmpty();
  }

  private static List<String> texts(String selector) {
    return browser.all(selector).stream().map(WebElement::getText).map(String::strip).toList();
  }

  private static Edition edition() {
    Manifest manifest =
        PlainManifest.of("r0002", PlainManifest.planned(List.of(), List.of(MONTH), List.of()));
    return new Edition(
        manifest,
        MONTH,
        List.of(SURVEYED, MONTH),
        List.of(
            new PublishedRegion("CN", "nation", "全国", "Nation", ""),
            new PublishedRegion(COUNTIES.get(0), "county", "甲县", "First", "CN"),
            new PublishedRegion(COUNTIES.get(1), "county", "乙县", "Second", "CN")),
        List.of(
            indicator("trees", "units"),
            indicator("birds", "units"),
            indicator("share", "percent"),
            indicator("done", "counties"),
            indicator("fires", "alerts")),
        Map.of());
  }

  private static PublishedIndicator indicator(String id, String unit) {
    Title title = new Title("Of " + id, "指标" + id);
    return new PublishedIndicator(
        id, title, unit, new PublishedIndicator.Words(title, title, title, "sums"), "forest");
  }

  private static Content content() {
    Definitions jobs = Workbench.definitions("jobs");
    Benchmarks benchmarks =
        new Benchmarks(
            Map.of(), Map.of("share", new Benchmarks.Criterion("3", null, Map.of())), Map.of());
    Layout.Part part =
        new Layout.Part(
            new Title("Trees by kind", "树种"), "trees", "kind", List.of(), List.of("pine", "oak"));
    Layout layout =
        new Layout(new Layout.County(List.of("trees"), List.of(part), "done"), null, null);
    return new Content(
        new Definitions(
            jobs.regions(),
            jobs.delivery(),
            Map.of(),
            Map.of(),
            null,
            null,
            benchmarks,
            layout,
            Map.of()),
        Map.of(),
        List.of(),
        List.of(sweep("fire", 10L, 20L, 40L), sweep("flood", null, null, null)),
        List.of(new ReleaseStep("r0002", "r0001", false, List.of("forest"))),
        null);
  }

  private static ThresholdSweep sweep(String rule, Long... households) {
    return new ThresholdSweep(
        rule,
        List.of(
            new ThresholdSweep.Point("90", households[0]),
            new ThresholdSweep.Point("100", households[1]),
            new ThresholdSweep.Point("110", households[2])));
  }

  private static List<PublishedValue> values() {
    String first = COUNTIES.get(0);
    String second = COUNTIES.get(1);
    return List.of(
        count(first, "birds", "kind=owl", MONTH, 4),
        count(first, "done", "", SURVEYED, 1),
        unknown(first, "done"),
        ratio(first, SURVEYED, 25, 1000),
        unknown(first, "share"),
        count(first, "trees", "", MONTH, 20),
        count(first, "trees", "kind=ash", MONTH, 9),
        count(first, "trees", "kind=oak", MONTH, 7),
        count(second, "done", "", SURVEYED, 0),
        ratio(second, SURVEYED, 30001, 1_000_000),
        count("CN", "fires", "", MONTH, 30),
        count("CN", "fires", "rule=fire", MONTH, 30),
        new PublishedValue(
            ratio("CN", MONTH, 1, 3).at(),
            ratio("CN", MONTH, 1, 3).said(),
            new PublishedValue.Revised("r0002", ratio("CN", MONTH, 1, 2).said())));
  }

  private static PublishedValue count(
      String region, String indicator, String by, String period, long count) {
    return new PublishedValue(
        new PublishedValue.At(region, indicator, by, period),
        new PublishedValue.Said((double) count, BigDecimal.valueOf(count), null, "A"),
        null);
  }

  private static PublishedValue ratio(String region, String period, long over, long under) {
    BigDecimal value =
        BigDecimal.valueOf(100 * over).divide(BigDecimal.valueOf(under), MathContext.DECIMAL64);
    return new PublishedValue(
        new PublishedValue.At(region, "share", "", period),
        new PublishedValue.Said(
            value.doubleValue(), BigDecimal.valueOf(over), BigDecimal.valueOf(under), "A"),
        null);
  }

  private static PublishedValue unknown(String region, String indicator) {
    return new PublishedValue(
        new PublishedValue.At(region, indicator, "", MONTH),
        new PublishedValue.Said(null, null, null, "O"),
        null);
  }
}
