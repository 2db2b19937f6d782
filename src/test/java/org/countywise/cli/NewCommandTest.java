package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.parse.DefinitionReader;
import org.countywise.run.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new family passes {@code check} as it is written, and nothing else is written. */
class NewCommandTest {
  @TempDir private Path folder;
  private Path jobs;

  @BeforeEach
  void copy() throws IOException {
    jobs = JobsCopy.of("jobs", folder.resolve("jobs"));
  }

  @Test
  void shouldWriteAFamilyWhoseDefinitionsAndExampleHold() throws IOException {
    List<Path> before = files();

    Terminal written = Terminal.type("new", "family", "land-use", "--jobs", jobs.toString());
    Terminal checked = Terminal.type("check", "--no-examples", "--jobs", jobs.toString());
    List<Examples.Result> results =
        new Examples(Workbench.session(Map.of()), DefinitionReader.read(jobs).definitions())
            .run(List.of("land-use"));

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(checked.code()).as(checked.out()).isZero();
    assertThat(results).hasSize(1);
    assertThat(results.get(0).expectations()).isEqualTo(2);
    assertThat(results.get(0).differences()).isEmpty();
    assertThat(files())
        .hasSize(before.size() + 1)
        .containsAll(before)
        .contains(jobs.resolve("land-use.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "employment, exists; choose another",
    "regions, exists; choose another",
    "Land_Use, words apart by '-'"
  })
  void shouldRefuseANameThatIsTakenOrIsNone(String name, String because) throws IOException {
    List<Path> before = files();

    Terminal refused = Terminal.type("new", "family", name, "--jobs", jobs.toString());

    assertThat(refused.code()).isEqualTo(Exit.USAGE);
    assertThat(refused.err()).contains("'" + name + "'", because);
    assertThat(files()).containsExactlyElementsOf(before);
  }

  @Test
  void shouldRefuseTheNameOfAnIndicatorThatIsThere() throws IOException {
    Terminal.type("new", "family", "land-use", "--jobs", jobs.toString());
    Files.move(jobs.resolve("land-use.yaml"), jobs.resolve("soil.yaml"));
    Path moved = jobs.resolve("soil.yaml");
    Files.writeString(moved, Files.readString(moved).replace("family: land-use", "family: soil"));

    Terminal refused = Terminal.type("new", "family", "land-use", "--jobs", jobs.toString());

    assertThat(refused.code()).isEqualTo(Exit.USAGE);
    assertThat(refused.err()).contains("the family 'soil' has 'land_use_count'");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(jobs)) {
      return all.sorted().toList();
    }
  }
}
