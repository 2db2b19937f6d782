package org.countywise.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.report.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folder, texts, boundaries and sweeps of a site. */
class SitePartsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/org/countywise/site");
  private static final Path TEMPLATES = Path.of("src/main/resources/org/countywise/report/site");

  @TempDir private Path folder;

  @Test
  void shouldHaveEveryTextInBothLanguages() {
    Map<String, String> en = SiteTexts.of(Language.EN);
    Map<String, String> zh = SiteTexts.of(Language.ZH);

    assertThat(en.keySet()).containsExactlyElementsOf(zh.keySet());
    assertThat(en.values()).allMatch(text -> !text.isBlank());
    assertThat(en)
        .allSatisfy((key, text) -> assertThat(values(zh.get(key))).as(key).isEqualTo(values(text)));
  }

  private static Set<String> values(String text) {
    return Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldHaveEveryTextThatScriptsAndTemplatesName() throws IOException {
    Set<String> known = SiteTexts.of(Language.EN).keySet();
    Pattern named = Pattern.compile("\\bt\\(\"([^\"$]+)\"|data-text-[a-z-]+=\"([^\"]+)\"");

    for (Path folder : List.of(SCRIPTS, TEMPLATES)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          named
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .forEach(key -> assertThat(known).as("%s in %s", key, file).contains(key));
        }
      }
    }
  }

  @Test
  void shouldWriteWhereNothingIs() {
    assertThat(SiteFolder.open(folder).root()).isEqualTo(folder);
    assertThat(SiteFolder.open(folder.resolve("new/site")).root()).doesNotExist();
  }

  @Test
  void shouldNotTakeAnotherFolderForASite() throws IOException {
    Files.createDirectory(folder.resolve("data"));

    assertThatThrownBy(() -> SiteFolder.open(folder))
        .hasMessageContaining("holds 'data', which no report wrote; name an empty folder or one");
  }

  @Test
  void shouldNotOverwriteWhatWasPutIntoASite() throws IOException {
    SiteFolder.open(folder).clear("{}");
    assertThat(SiteFolder.open(folder)).isNotNull();
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> SiteFolder.open(folder))
        .hasMessageContaining("holds 'notes.txt', which no report wrote");
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void shouldNotTakeAFileForAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "");

    assertThatThrownBy(() -> SiteFolder.open(file))
        .hasMessageContaining("is a file; name a folder for the site with --out");
  }

  @Test
  void shouldFindThePropertyThatHoldsCodes() throws IOException {
    Path map =
        map(
            "{\"type\":\"Feature\",\"properties\":{\"id\":7,\"adcode\":522633,\"name\":\"x\"},"
                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[108.123456,25.1],[109,25],[108,26],[108.123456,25.1]]]}},"
                + "{\"type\":\"Feature\",\"properties\":{\"adcode\":1},\"geometry\":null}");

    String read = Boundaries.read(map, Set.of("522633", "513431")).map().toString();

    assertThat(read)
        .contains("\"properties\":{\"name\":\"522633\"}", "[108.1235,25.1]")
        .doesNotContain("adcode");
  }

  @Test
  void shouldSayWhatIsWrongWithBoundaries() throws IOException {
    Path strange = map("{\"type\":\"Feature\",\"properties\":{\"code\":\"99\"}}");
    Path none = Files.writeString(folder.resolve("none.json"), "{\"type\":\"Topology\"}");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");

    assertThatThrownBy(() -> Boundaries.read(strange, Set.of("522633")))
        .hasMessageContaining("has the code of a published region in a property")
        .hasMessageContaining("522633");
    assertThatThrownBy(() -> Boundaries.read(none, Set.of("522633")))
        .hasMessageContaining("is no GeoJSON FeatureCollection");
    assertThatThrownBy(() -> Boundaries.read(broken, Set.of("522633")))
        .hasMessageContaining("cannot read")
        .hasMessageContaining("as GeoJSON");
  }

  private Path map(String features) throws IOException {
    return Files.writeString(
        folder.resolve("map.json"),
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(features));
  }

  @Test
  void shouldHideSmallNumbersOfASweepAndSmallSteps() {
    ThresholdSweep sweep =
        new ThresholdSweep(
            "low_income",
            List.of(
                point("100", 20L),
                point("50", 3L),
                point("75", 12L),
                point("90", 15L),
                point("125", 20L),
                point("150", 24L)));

    assertThat(sweep.hiding(5).points())
        .containsExactly(
            point("50", null),
            point("75", 12L),
            point("90", null),
            point("100", 20L),
            point("125", 20L),
            point("150", null));
  }

  @Test
  void shouldShowZeroInASweep() {
    ThresholdSweep sweep = new ThresholdSweep("r", List.of(point("50", 0L), point("75", 8L)));

    assertThat(sweep.hiding(5).points()).containsExactly(point("50", 0L), point("75", 8L));
  }

  private static ThresholdSweep.Point point(String percent, Long households) {
    return new ThresholdSweep.Point(percent, households);
  }
}
