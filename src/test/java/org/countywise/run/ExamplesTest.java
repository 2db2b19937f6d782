package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of the definitions we ship come true. */
class ExamplesTest {

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
