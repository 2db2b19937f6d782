package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countywise.BadDefinition;
import org.countywise.BadDefinitions;
import org.countywise.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with the form of definitions is said as {@code bad-definitions/form.txt} shows. */
class FormTest {
  @TempDir private Path folder;
  private Path jobs;

  @BeforeEach
  void copy() {
    jobs = Folders.copy(BadDefinition.BASE, folder.resolve("faultless"));
  }

  static List<BadDefinition> cases() {
    return BadDefinitions.in(Path.of("src/test/resources/bad-definitions/form.txt"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldSay(BadDefinition bad) {
    assertThat(bad.messages()).isNotEmpty();
    assertThat(said(bad.in(folder))).containsExactlyElementsOf(bad.messages());
  }

  @Test
  void shouldRefuseWhatIsNotUtf8() throws IOException {
    Files.write(
        jobs.resolve("welfare.yaml"),
        "family: f\u00fcrsorge".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(said(jobs)).containsExactly("welfare.yaml: is not UTF-8; save it as UTF-8");
  }

  @Test
  void shouldReadPastTheMarkThatSomeEditorsPutFirst() throws IOException {
    Path file = jobs.resolve("welfare.yaml");
    Files.writeString(file, "\uFEFF" + Files.readString(file));

    assertThat(said(jobs)).isEmpty();
  }

  @Test
  void shouldReadLinesThatEndAsOnWindows() throws IOException {
    Path file = jobs.resolve("welfare.yaml");
    String text = Files.readString(file).replace("numerator: poor\n", "numeratr: poor\n");
    Files.writeString(file, text.replace("\n", "\r\n"));

    assertThat(said(jobs))
        .singleElement()
        .asString()
        .startsWith("welfare.yaml:26: unknown key 'numeratr' at indicators.poor_rate; did you");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge() throws IOException {
    Files.writeString(jobs.resolve("welfare.yaml"), "# large\n".repeat(1 << 18));

    assertThat(said(jobs)).containsExactly("welfare.yaml: is larger than 1 MiB; split it");
  }

  @Test
  void shouldRefuseListsWithoutBottom() throws IOException {
    Files.writeString(jobs.resolve("welfare.yaml"), "[".repeat(100_000));

    assertThat(said(jobs))
        .singleElement()
        .asString()
        .isEqualTo("welfare.yaml: is nested too deeply; a definition needs at most ten levels");
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    assertThat(DefinitionReader.read(Path.of("nowhere")).problems())
        .extracting(Object::toString)
        .containsExactly(
            "nowhere: is no folder; give the folder of definitions, which has regions.yaml,"
                + " delivery.yaml, datasets/ and families");
  }

  private static List<String> said(Path jobs) {
    return DefinitionReader.read(jobs).problems().stream()
        .map(problem -> problem.toString().replace(jobs + "/", "").replace(jobs.toString(), "jobs"))
        .toList();
  }
}
