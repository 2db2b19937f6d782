package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countywise.compile.Compilation;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions we ship are faultless. */
class DefinitionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "jobs-us", "jobs-poverty"})
  void shouldHaveNoProblem(String jobs) {
    Parsed parsed = DefinitionReader.read(Path.of(jobs));

    assertThat(parsed.problems()).isEmpty();
    assertThat(Compilation.of(parsed.definitions(), parsed.places()).problems()).isEmpty();
  }
}
