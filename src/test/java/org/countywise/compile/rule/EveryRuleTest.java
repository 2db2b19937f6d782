package org.countywise.compile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countywise.BadDefinition;
import org.countywise.BadDefinitions;
import org.countywise.compile.Compilation;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.report.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule bites, and says exactly what is written beside its name in {@code
 * bad-definitions/rules}.
 */
class EveryRuleTest {
  private static final Path CASES = Path.of("src/test/resources/bad-definitions/rules");

  @TempDir private Path folder;

  @Test
  void shouldFindNothingWrongWithTheFaultlessDefinitions() {
    Parsed parsed = DefinitionReader.read(BadDefinition.BASE);

    assertThat(parsed.problems()).isEmpty();
    assertThat(Compilation.of(parsed.definitions(), parsed.places()).problems()).isEmpty();
  }

  @Test
  void shouldHaveCasesForEveryRuleAndForNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      assertThat(files.filter(file -> !BadDefinitions.in(file).isEmpty()))
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(
              Rules.ALL.stream().map(EveryRuleTest::cases).toList());
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("cases")
  void shouldSay(String id, Rule rule, BadDefinition bad) {
    Path jobs = bad.in(folder);

    Parsed parsed = DefinitionReader.read(jobs);

    assertThat(parsed.problems()).as("problems of form").isEmpty();
    assertThat(said(jobs, Compilation.of(parsed.definitions(), parsed.places()).problems()))
        .containsExactlyElementsOf(bad.messages());
    assertThat(said(jobs, alone(rule, parsed))).as("said by %s", id).isNotEmpty();
  }

  private static List<Problem> alone(Rule rule, Parsed parsed) {
    Problems problems = new Problems(parsed.places());
    rule.check(DefinitionIndex.of(parsed.definitions(), parsed.places()), problems);
    return problems.sorted();
  }

  private static List<String> said(Path jobs, List<Problem> problems) {
    return problems.stream().map(problem -> problem.toString().replace(jobs + "/", "")).toList();
  }

  private static String cases(Rule rule) {
    return rule.id() + ".txt";
  }

  static Stream<Arguments> cases() {
    return Rules.ALL.stream()
        .flatMap(
            rule ->
                BadDefinitions.in(CASES.resolve(cases(rule))).stream()
                    .map(bad -> Arguments.of(rule.id(), rule, bad)));
  }
}
