package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code try} on the sample: an edited family, one county. */
class TryCommandTest {
  private static Workbench.Bench bench;

  @TempDir private Path folder;

  @BeforeAll
  static void publish() {
    bench =
        Workbench.common(
            "published-sample",
            made -> made.run(Workbench.sample(), "jobs", List.of(YearMonth.of(2020, 9))));
  }

  @Test
  void shouldShowWhatAnEditedFamilyChangesAndWriteNothing() throws IOException {
    List<String> before = files();
    Path edited = folder.resolve("my-draft.yaml");
    String text = Files.readString(Path.of("jobs/employment.yaml"));
    Files.writeString(
        edited, text.replace("    numerator: wages / 100\n", "    numerator: wages / 50\n"));

    Terminal typed = attempt(edited, "--restricted");

    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out())
        .startsWith("Preview of employment in 522633 ")
        .contains("average_monthly_wage", "1 value differs", "Nothing is published")
        .containsPattern("average_monthly_wage  yuan .* numerator \\+[0-9,.]+\n")
        .doesNotContain("made of other files");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void shouldNameWhatIsWrongInTheFile() throws IOException {
    Path edited = folder.resolve("employment.yaml");
    String text = Files.readString(Path.of("jobs/employment.yaml"));
    Files.writeString(edited, text.replace("count: rows, unit: persons}", "cuont: rows}"));

    Terminal typed = attempt(edited);

    assertThat(typed.code()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(edited + ":", "unknown key 'cuont'", "did you mean 'count'?");
  }

  @Test
  void shouldRefuseAFileOfNoFamilyAndACountyThatIsNone() throws IOException {
    Path none = Files.writeString(folder.resolve("none.yaml"), "title: x\n");

    assertThat(attempt(none).err()).contains("has no line 'family: NAME'");
    assertThat(attempt(folder.resolve("gone.yaml")).err()).contains("cannot read");
    assertThat(attempt(Path.of("jobs/employment.yaml"), "--county", "昭觉").err())
        .contains("unknown county '昭觉'; did you mean '513431'");
  }

  private static Terminal attempt(Path file, String... more) {
    List<String> words = new ArrayList<>(List.of("try", file.toString(), "-q"));
    words.addAll(List.of("--delivery", Workbench.sample().toString()));
    words.addAll(List.of("--warehouse", bench.folder().resolve("warehouse").toString()));
    words.addAll(List.of("--period", "2020-09"));
    words.addAll(List.of(more));
    if (!words.contains("--county")) {
      words.addAll(List.of("--county", "522633"));
    }
    return Terminal.type(words.toArray(String[]::new));
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(bench.folder())) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
