package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countywise.compile.Compilation;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.run.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions we ship are faultless and their worked examples come true. */
class DefinitionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "jobs-us", "jobs-poverty"})
  void shouldHaveNoProblem(String jobs) {
    Parsed parsed = DefinitionReader.read(Path.of(jobs));

    assertThat(parsed.problems()).isEmpty();
    assertThat(Compilation.of(parsed.definitions(), parsed.places()).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "jobs-us", "jobs-poverty"})
  void shouldMeetEveryWorkedExample(String jobs) {
    List<Examples.Result> results =
        new Examples(Workbench.session(Map.of()), Workbench.definitions(jobs)).run();

    assertThat(results).isNotEmpty();
    assertThat(results).allSatisfy(r -> assertThat(r.differences()).as(r.title()).isEmpty());
  }

  @Test
  void shouldRunAnExampleThatCannotComeTrueAndSaySo() {
    Parsed parsed = DefinitionReader.read(Path.of("src/test/resources/jobs-wrong-example"));

    List<Examples.Result> results =
        new Examples(Workbench.session(Map.of()), parsed.definitions()).run();

    assertThat(parsed.problems()).isEmpty();
    assertThat(results)
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.differences())
                    .containsExactly("shops of 10: value is 2, expected 3"));
  }
}
