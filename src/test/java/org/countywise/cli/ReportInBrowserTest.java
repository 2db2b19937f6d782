package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.countywise.Workbench;
import org.countywise.run.PublishedRows;
import org.countywise.site.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report as a reader sees it: opened from disk in a real browser, at a desk and on a phone. */
@Tag("server")
class ReportInBrowserTest {
  private static final long START_PAGE = 1_000_000;

  @TempDir private static Path site;
  private static Workbench.Bench bench;
  private static Browser browser;

  @BeforeAll
  static void write() {
    Browser.assumeThere();
    bench = PublishedRows.sample();
    String warehouse = bench.folder().resolve("warehouse").toString();
    Terminal written =
        Terminal.type("report", "--quiet", "--warehouse", warehouse, "--out", site.toString());
    assertThat(written.code()).as(written.err()).isZero();
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "index.html,            1440",
    "index.html,             390",
    "county.html#county=522633,    1440",
    "county.html#county=522633,     390",
    "indicator.html#indicator=employment_rate, 1440",
    "indicator.html#indicator=employment_rate,  390",
    "map.html,              1440",
    "map.html,               390",
    "warning.html,          1440",
    "warning.html,           390",
    "quality.html,          1440",
    "quality.html,           390",
    "catalogue.html,        1440",
    "catalogue.html,         390"
  })
  void shouldDrawEveryPageWithoutAComplaintAndWithoutScrollingSideways(String page, int width) {
    browser.resize(width, 900);
    browser.visit(site, page);

    assertThat(browser.one("h1").getText()).isNotBlank();
    assertThat(browser.all("#main [role=alert]")).isEmpty();
    assertThat(browser.number("return document.documentElement.scrollWidth"))
        .as("no wider than the window")
        .isLessThanOrEqualTo(browser.number("return window.innerWidth"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldLoadLittleForTheStartPage() throws IOException {
    browser.visit(site, "index.html");

    assertThat(browser.bytes(site, "index.html")).isBetween(10_000L, START_PAGE);
  }

  @Test
  void shouldSwitchLanguageAndTheme() {
    browser.resize(1440, 900);
    browser.visit(site, "catalogue.html");
    String language = browser.attribute("html", "data-language");
    String theme = browser.attribute("html", "data-theme");
    String title = browser.one("h1").getText();
    Object paper = browser.tell("return getComputedStyle(document.body).backgroundColor");

    browser.one("#language").click();
    browser.until(() -> !browser.one("h1").getText().equals(title));
    browser.one("#theme").click();
    browser.until(() -> !browser.attribute("html", "data-theme").equals(theme));

    assertThat(browser.attribute("html", "data-language")).isNotEqualTo(language);
    assertThat(browser.tell("return getComputedStyle(document.body).backgroundColor"))
        .isNotEqualTo(paper);
    assertThat(browser.complaints()).isEmpty();
    browser.one("#language").click();
    browser.until(() -> browser.one("h1").getText().equals(title));
  }

  @ParameterizedTest
  @CsvSource({"522633", "从江", "Congjiang"})
  void shouldFindACountyByNameOrCode(String typed) {
    browser.resize(1440, 900);
    browser.visit(site, "index.html");

    browser.one("#find").sendKeys(typed);
    browser.until(() -> !browser.all("#found li[data-region='522633']").isEmpty());
    browser.one("#find").sendKeys(Keys.ENTER);

    browser.until(() -> browser.address().endsWith("county.html#county=522633"));
    browser.ready();
    assertThat(browser.one("h1").getText()).isNotBlank();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldRankCountiesByWhatWasPublished() {
    browser.resize(1440, 900);
    browser.visit(site, "indicator.html#indicator=employment_rate&period=2020-09");
    List<Double> published = new ArrayList<>();
    bench
        .published("indicator_value")
        .where("indicator = 'employment_rate' and region_level = 'county' and value is not null")
        .collectAsList()
        .forEach(row -> published.add(row.<Double>getAs("value")));

    WebElement heading = browser.one("#ranking-table th:nth-child(3) button");
    heading.click();
    List<Double> down = shown();
    heading.click();
    List<Double> up = shown();

    assertThat(published).hasSizeGreaterThan(10);
    assertThat(down)
        .containsExactlyElementsOf(published.stream().sorted(Comparator.reverseOrder()).toList());
    assertThat(up).containsExactlyElementsOf(published.stream().sorted().toList());
  }

  private static List<Double> shown() {
    return browser.all("#ranking-table td[data-value][data-status]").stream()
        .map(cell -> cell.getDomAttribute("data-value"))
        .filter(value -> value != null && !value.isEmpty())
        .map(Double::valueOf)
        .toList();
  }

  @Test
  void shouldTellThePublishedValueOfThePointUnderTheMouse() {
    browser.resize(1440, 900);
    browser.visit(site, "indicator.html#indicator=employment_rate&period=2020-09");
    browser.until(() -> !browser.all("#trend-chart[data-drawn]").isEmpty());
    Row nation =
        bench
            .published("indicator_value")
            .where("indicator = 'employment_rate' and region_code = 'CN'")
            .head();
    String value = Numbers.of(new BigDecimal(nation.<Double>getAs("value").toString()), "percent");

    browser.hover(
        "#trend-chart",
        "const c = echarts.getInstanceByDom(document.getElementById('trend-chart'));"
            + "const o = c.getOption();"
            + "return c.convertToPixel({seriesIndex: 0}, [0, o.series[0].data[0].value]);");

    browser.until(() -> browser.one("#trend-chart").getText().contains(value));
    assertThat(browser.all("#trend-table td[data-region=CN][data-value]"))
        .singleElement()
        .satisfies(
            cell ->
                assertThat(Double.valueOf(cell.getDomAttribute("data-value")))
                    .isEqualTo(nation.<Double>getAs("value")));
  }

  @Test
  void shouldFollowAFigureOfTheBulletinToItsIndicator() {
    browser.resize(1440, 900);
    browser.visit(site, "index.html");
    WebElement figure =
        browser.all("a.figure[data-indicator]").stream()
            .filter(WebElement::isDisplayed)
            .findFirst()
            .orElseThrow();
    String indicator = figure.getDomAttribute("data-indicator");

    figure.click();

    browser.until(() -> browser.address().contains("indicator.html#indicator=" + indicator));
    browser.ready();
    assertThat(browser.attribute("header.head", "data-indicator")).isEqualTo(indicator);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldHaveATableBehindEveryChart() {
    browser.resize(1440, 900);
    for (String page : List.of("indicator.html#indicator=employment_rate", "map.html")) {
      browser.visit(site, page);
      Stream<WebElement> charts = browser.all("figure").stream();
      assertThat(charts)
          .isNotEmpty()
          .allSatisfy(
              chart ->
                  assertThat(chart.findElements(By.cssSelector("details table"))).isNotEmpty());
    }
  }
}
