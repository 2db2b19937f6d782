package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.countywise.BadDefinition;
import org.countywise.BadDefinitions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code check} says everything that is wrong at once, of form and of sense. */
class BadDefinitionsTest {
  @TempDir private Path folder;

  static List<BadDefinition> cases() {
    return BadDefinitions.in(Path.of("src/test/resources/bad-definitions/at-once.txt"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldBeSaidAtOnce(BadDefinition bad) {
    Path jobs = bad.in(folder);

    Terminal terminal = Terminal.type("check", "--jobs", jobs.toString());

    List<String> lines = terminal.out().replace(jobs + "/", "").lines().toList();
    assertThat(terminal.code()).as("exit code").isEqualTo(64);
    assertThat(lines.subList(0, lines.size() - 1)).containsExactlyElementsOf(bad.messages());
    assertThat(lines.get(lines.size() - 1)).isEqualTo(bad.messages().size() + " problems");
  }
}
