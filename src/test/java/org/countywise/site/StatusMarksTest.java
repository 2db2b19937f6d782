package org.countywise.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.Workbench;
import org.countywise.definition.Title;
import org.countywise.report.Language;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every status in a real browser: its letter, its colour and what the legend says of it. One county
 * has an indicator of each.
 */
@Tag("server")
class StatusMarksTest {
  private static final List<String> STATUSES = List.of("A", "P", "O", "M", "Q", "U", "B");
  private static final String COUNTY = "522633";
  private static final String MONTH = "2020-09";

  @TempDir private static Path site;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void write() {
    Content content =
        new Content(Workbench.definitions("jobs"), Map.of(), List.of(), List.of(), List.of(), null);
    browser = Browser.before(site, edition(), content, values().iterator());
  }

  private static Edition edition() {
    Manifest manifest =
        PlainManifest.of("r0001", PlainManifest.planned(List.of(), List.of(MONTH), List.of()));
    return new Edition(
        manifest,
        MONTH,
        List.of("2020-08", MONTH),
        List.of(
            new PublishedRegion("CN", "nation", "全国", "Nation", ""),
            new PublishedRegion(COUNTY, "county", "从江县", "Congjiang", "CN")),
        STATUSES.stream().map(StatusMarksTest::indicator).toList(),
        Map.of());
  }

  private static PublishedIndicator indicator(String status) {
    Title title = new Title("Indicator " + status, "指标" + status);
    return new PublishedIndicator(
        "of_" + status,
        title,
        "percent",
        new PublishedIndicator.Words(title, title, title, "ratio of additive parts"),
        "none");
  }

  private static List<PublishedValue> values() {
    List<PublishedValue> values = new ArrayList<>();
    for (String region : List.of("CN", COUNTY)) {
      for (String status : STATUSES) {
        values.add(
            new PublishedValue(
                new PublishedValue.At(region, "of_" + status, "", MONTH), said(status), null));
      }
    }
    return values;
  }

  /** Without a number where there is none: not delivered, suppressed, nothing to divide by. */
  private static PublishedValue.Said said(String status) {
    return switch (status) {
      case "O", "Q" -> new PublishedValue.Said(null, null, null, status);
      case "M" -> new PublishedValue.Said(null, BigDecimal.ZERO, BigDecimal.ZERO, status);
      default -> new PublishedValue.Said(50.0, BigDecimal.ONE, BigDecimal.valueOf(2), status);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "O", "M", "Q", "U", "B"})
  void shouldMarkAValueWithLetterColourAndWordsOfItsStatus(String status) {
    browser.visit(site, "county.html#county=" + COUNTY);
    String cell =
        "#key-table tr[data-indicator=of_%s] td[data-status=%s]".formatted(status, status);
    String legend = "#legend div[data-status=%s]".formatted(status);
    String words = SiteTexts.of(Language.EN).get("status." + status);

    assertThat(browser.one(cell + " .mark").getText()).isEqualTo(status);
    assertThat(browser.attribute(cell + " .mark", "title")).isEqualTo(words);
    assertThat(browser.one(legend + " .mark").getText()).isEqualTo(status);
    assertThat(browser.one(legend + " dd .en").getText()).isEqualTo(words);
    assertThat(look(cell + " .mark")).isEqualTo(look(legend + " .mark"));
    assertThat(browser.one("#doubts div[data-status=%s] dt".formatted(status)).getText())
        .contains(status, words);
  }

  @Test
  void shouldMarkNothingOfANormalValue() {
    browser.visit(site, "county.html#county=" + COUNTY);

    assertThat(browser.all("#key-table td[data-status=A] .mark")).isEmpty();
    assertThat(browser.all("#doubts div[data-status=A]")).isEmpty();
    assertThat(browser.one("#legend div[data-status=A] dd .en").getText()).isEqualTo("normal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void shouldLookDifferentForEachStatus(String theme) {
    browser.visit(site, "county.html#county=" + COUNTY);
    browser.tell("countywise.light('%s')".formatted(theme));

    Set<String> looks = new HashSet<>();
    STATUSES.forEach(
        status -> looks.add(look("#legend div[data-status=%s] .mark".formatted(status))));
    assertThat(looks).hasSameSizeAs(STATUSES);
  }

  @Test
  void shouldShowEachStatusOnThePageOfItsIndicator() {
    for (String status : STATUSES.subList(1, STATUSES.size())) {
      browser.visit(site, "indicator.html#indicator=of_" + status);
      assertThat(
              browser
                  .one("#ranking-table td.number[data-status=%s] .mark".formatted(status))
                  .getText())
          .isEqualTo(status);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /** Colours and border of an element: a status is told by them without reading. */
  private static String look(String selector) {
    return browser
        .tell(
            "const s = getComputedStyle(document.querySelector(\"%s\"));".formatted(selector)
                + "return [s.color, s.backgroundColor, s.borderStyle, s.borderColor,"
                + " s.borderLeftWidth].join(' ')")
        .toString();
  }
}
