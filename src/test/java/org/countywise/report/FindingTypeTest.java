package org.countywise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of finding is known, explained and made, and says nothing without its values. */
class FindingTypeTest {
  private static final FindingTexts ENGLISH = FindingTexts.of(Locale.ENGLISH);
  private static final Path TEXTS = Path.of("src/main/resources/org/countywise/report");
  private static final Set<String> EXPLANATIONS = Set.of("meaning", "remedy");
  private static final Set<String> STANDING = Set.of("dataset", "period", "unit", "rows");

  /** One text of a type. */
  record Text(FindingType type, String part) {
    private FindingBuilder bare() {
      return type.everywhere().saying(part);
    }

    private Set<String> names() {
      return FindingTexts.names(ENGLISH.part(type, part));
    }

    @Override
    public String toString() {
      return type.id() + "." + part;
    }
  }

  private static Stream<Text> texts() {
    return Arrays.stream(FindingType.values())
        .flatMap(
            type ->
                keys("en").stream()
                    .filter(key -> key.startsWith(type.id() + "."))
                    .map(key -> new Text(type, key.substring(type.id().length() + 1))))
        .filter(text -> !EXPLANATIONS.contains(text.part()));
  }

  private static Set<String> keys(String language) {
    return lines(language)
        .filter(line -> line.matches("\\w+\\.\\w+ = .+"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> lines(String language) {
    try {
      return Files.readAllLines(TEXTS.resolve("findings." + language + ".properties")).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldKeepItsPublicNames() {
    assertThat(FindingType.values())
        .extracting(type -> type.id() + " " + type.severities())
        .containsExactlyInAnyOrder(
            "absent_column [WARNING]",
            "answer_without_alert [WARNING]",
            "balance [ERROR]",
            "conflicting_key [ERROR]",
            "control_total [BLOCKER]",
            "disclosure [BLOCKER]",
            "expression_failed [BLOCKER]",
            "file_changed [BLOCKER]",
            "file_name [BLOCKER]",
            "identity [WARNING]",
            "levels_disagree [BLOCKER]",
            "low_reliability [ERROR]",
            "member_unknown [ERROR]",
            "no_control_total [ERROR]",
            "no_file [BLOCKER, WARNING]",
            "no_regions [BLOCKER]",
            "no_rows [WARNING]",
            "no_values [BLOCKER]",
            "not_additive [WARNING]",
            "not_delivered_yet [BLOCKER]",
            "not_read [BLOCKER, WARNING]",
            "not_settled [WARNING]",
            "nothing_to_withdraw [BLOCKER]",
            "region_circle [ERROR]",
            "region_ended [WARNING]",
            "region_gone [ERROR]",
            "region_twice [BLOCKER]",
            "region_unassigned [WARNING]",
            "region_without_parent [BLOCKER]",
            "rejected_row [ERROR]",
            "rejected_share [BLOCKER]",
            "repeated_row [WARNING]",
            "retracted [WARNING]",
            "revised [WARNING]",
            "rows_read [BLOCKER]",
            "schema [BLOCKER]",
            "told_before [WARNING]",
            "total_differs [ERROR]",
            "unknown_column [WARNING]",
            "unreadable [WARNING]",
            "unreadable_file [BLOCKER]",
            "values_lost [BLOCKER]",
            "warning [WARNING]",
            "withdrawn [WARNING]",
            "written_values [BLOCKER]");
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeExplainedInBothLanguages(FindingType type) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(List.of(type.meaning(language), type.remedy(language)))
          .noneMatch(String::isBlank)
          .allMatch(text -> FindingTexts.names(text).isEmpty());
    }
    assertThat(texts()).extracting(Text::type).contains(type);
  }

  @Test
  void shouldHaveNoTextOfATypeThatIsNone() {
    Set<String> ids =
        Arrays.stream(FindingType.values()).map(FindingType::id).collect(Collectors.toSet());
    for (String language : List.of("en", "zh")) {
      assertThat(keys(language)).allMatch(key -> ids.contains(key.substring(0, key.indexOf('.'))));
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldSayItsValues(Text text) {
    FindingBuilder finding = text.bare();
    text.names().forEach(name -> finding.with(name, "<" + name + ">"));

    Finding made = finding.build();

    assertThat(made.rule()).isEqualTo(text.type().id());
    text.names().forEach(name -> assertThat(made.message()).contains("<" + name + ">"));
    assertThat(made.message().replaceAll("<\\w+>", "")).doesNotContain("{", "}");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldSayNothingWithoutAValueOrWithOneTooMany(Text text) {
    for (String absent : text.names()) {
      FindingBuilder finding = text.bare();
      text.names().stream().filter(n -> !n.equals(absent)).forEach(n -> finding.with(n, 1));
      assertThatThrownBy(finding::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("no value {" + absent + "} for: ");
    }
    FindingBuilder finding = text.bare().with("nonsense", 1);
    text.names().forEach(name -> finding.with(name, 1));
    assertThatThrownBy(finding::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no place for the values [nonsense] in: ");
  }

  @Test
  void shouldKnowItsTextsAndSeverities() {
    assertThatThrownBy(() -> FindingType.BALANCE.everywhere().saying("nonsense").text())
        .hasMessage("finding balance has no text 'nonsense'");
    assertThatThrownBy(() -> FindingType.BALANCE.everywhere().as(Finding.Severity.BLOCKER))
        .hasMessage("finding balance is never BLOCKER");
    assertThatThrownBy(() -> FindingType.BALANCE.everywhere().with("sum", null)).hasMessage("sum");
  }

  /** Where the engine makes a finding in one sentence of Java, it gives what the text names. */
  @Test
  void shouldBeMadeByTheEngineWithItsValues() throws IOException {
    String sources = sources();
    List<Made> all = Made.in(sources);

    assertThat(all).extracting(Made::type).contains(FindingType.values());
    assertThat(all).filteredOn(Made::isWhole).hasSizeGreaterThan(30);
    all.forEach(Made::hold);
    texts()
        .filter(text -> !isRepeated(text))
        .forEach(
            text ->
                assertThat(
                        text.part().equals("message") || sources.contains('"' + text.part() + '"'))
                    .as("%s is said somewhere", text)
                    .isTrue());
  }

  /** Whether it is a part of other texts of its type. */
  private static boolean isRepeated(Text text) {
    String part = "{." + text.part() + "}";
    return lines("en").anyMatch(l -> l.startsWith(text.type().id() + ".") && l.contains(part));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String room : List.of("delivery", "geography", "monitoring", "quality", "run")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/countywise").resolve(room))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  /**
   * A chain of calls on a type; a file gives its name.
   *
   * @param isWhole whether it names its text, and ends with it or with the finding
   */
  private record Made(
      FindingType type, Set<String> parts, Set<String> given, boolean hasRows, boolean isWhole) {
    private static final Pattern TYPE =
        Pattern.compile("(file(?:\\(\\))?\\s*\\.about\\()?FindingType\\s*\\.([A-Z_]+)\\)?");
    private static final Pattern CALL = Pattern.compile("\\s*\\.(\\w+)\\(");
    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");

    static List<Made> in(String java) {
      List<Made> found = new ArrayList<>();
      Matcher type = TYPE.matcher(java);
      while (type.find()) {
        Set<String> given = new TreeSet<>(type.group(1) == null ? Set.of() : Set.of("file"));
        found.add(of(FindingType.valueOf(type.group(2)), given, java, type.end()));
      }
      return found;
    }

    private static Made of(FindingType type, Set<String> given, String java, int from) {
      Set<String> parts = new TreeSet<>();
      String last = "";
      boolean rows = false;
      boolean told = true;
      Matcher call = CALL.matcher(java);
      int at = from;
      while (call.region(at, java.length()).lookingAt()) {
        last = call.group(1);
        at = closing(java, call.end());
        List<String> words =
            WORD.matcher(java.substring(call.end(), at)).results().map(w -> w.group(1)).toList();
        if (last.equals("saying")) {
          parts.addAll(words);
          told = !words.isEmpty();
        } else if (last.equals("with")) {
          given.add(words.get(0));
        }
        rows |= last.equals("rows");
      }
      return new Made(type, parts, given, rows, told && Set.of("build", "text").contains(last));
    }

    /** Behind the bracket that closes the one before a place. */
    private static int closing(String java, int from) {
      int open = 1;
      int at = from;
      for (boolean quoted = false; open > 0; at++) {
        char c = java.charAt(at);
        quoted ^= c == '"';
        open += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      return at;
    }

    private void hold() {
      if (!isWhole) {
        return;
      }
      for (String part : parts.isEmpty() ? Set.of("message") : parts) {
        Set<String> names = new Text(type, part).names();
        assertThat(names).as("values of %s.%s", type, part).containsAll(given);
        names.removeAll(given);
        assertThat(STANDING).as("values of %s.%s not given", type, part).containsAll(names);
        assertThat(hasRows || !names.contains("rows")).as("rows of %s.%s", type, part).isTrue();
      }
    }
  }
}
