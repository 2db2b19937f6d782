package org.countywise.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.countywise.Workbench;
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

  /** What is drawn follows from the definitions, above all from their layout and benchmarks. */
  @Test
  void shouldKnowNoIndicatorByItsName() throws IOException {
    Set<String> ids =
        Workbench.definitions("jobs").families().values().stream()
            .flatMap(family -> family.indicators().keySet().stream())
            .collect(Collectors.toSet());

    try (Stream<Path> files = Files.list(SCRIPTS)) {
      for (Path script : files.filter(file -> file.toString().endsWith(".js")).toList()) {
        String code = Files.readString(script).replaceAll("(?m)^\\s*//.*$", "");
        assertThat(ids)
            .allSatisfy(id -> assertThat(code).as("%s", script).doesNotContain("\"" + id + "\""));
      }
    }
    assertThat(ids).contains("employment_rate", "alerts_open");
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
  void shouldShowASweepThatTellsNoSmallNumber() {
    ThresholdSweep sweep = sweep(12L, 20L, 20L, 31L);

    assertThat(sweep.shown(5, known(14, 5))).as("19 is too near to 20").isEqualTo(withheld(4));
    assertThat(sweep.shown(5, known(20, 26))).isEqualTo(sweep);
    assertThat(sweep(0L, 8L).shown(5, known(0, 0))).isEqualTo(sweep(0L, 8L));
  }

  @Test
  void shouldShowNothingOfASweepThatTellsASmallNumber() {
    assertThat(sweep(3L, 12L, 20L).shown(5, known(0))).as("three").isEqualTo(withheld(3));
    assertThat(sweep(12L, 15L, 20L).shown(5, known(0))).as("a step").isEqualTo(withheld(3));
    assertThat(sweep(20L, 26L, 21L).shown(5, known(0))).as("no neighbours").isEqualTo(withheld(3));
    assertThat(sweep(12L, 20L).shown(5, known(10))).as("beside a count").isEqualTo(withheld(2));
    assertThat(sweep(12L, 20L).shown(5, known(6, 10))).as("beside a sum").isEqualTo(withheld(2));
    assertThat(sweep(12L, 20L).shown(5, new ThresholdSweep.Known(List.of(0L), List.of(22L))))
        .as("beside what an earlier release told")
        .isEqualTo(withheld(2));
  }

  @Test
  void shouldShowNothingOfASweepWhereACountIsHiddenOrOneNumberStandsAlone() {
    assertThat(sweep(12L, 20L).shown(5, known())).isEqualTo(withheld(2));
    assertThat(sweep(12L).shown(5, known(0))).isEqualTo(withheld(1));
    assertThat(sweep(1L, 2L).shown(0, known())).as("nothing is hidden").isEqualTo(sweep(1L, 2L));
  }

  private static ThresholdSweep sweep(Long... households) {
    List<ThresholdSweep.Point> points = new ArrayList<>();
    for (Long number : households) {
      points.add(new ThresholdSweep.Point(String.valueOf(50 + 25 * points.size()), number));
    }
    return new ThresholdSweep("low_income", points);
  }

  private static ThresholdSweep withheld(int points) {
    return sweep(new Long[points]);
  }

  private static ThresholdSweep.Known known(long... counts) {
    return new ThresholdSweep.Known(LongStream.of(counts).boxed().toList(), List.of());
  }
}
