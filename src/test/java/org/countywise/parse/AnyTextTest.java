package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countywise.BadDefinition;
import org.countywise.Folders;
import org.countywise.compile.Compilation;
import org.countywise.report.Problem;

/** Whatever stands in a file, the answer is problems at places, never an exception. */
class AnyTextTest {
  private static final Path SHIPPED = Path.of("jobs");

  @Property(tries = 300)
  void shouldAnswerAnyTextWithoutAnException(@ForAll("yamlish") String text) throws IOException {
    Path jobs = Files.createTempDirectory("any");
    try {
      Folders.copy(BadDefinition.BASE, jobs.resolve("jobs"));
      Files.write(jobs.resolve("jobs/welfare.yaml"), text.getBytes(StandardCharsets.UTF_8));

      assertThat(problems(jobs.resolve("jobs"))).as(text).isNotEmpty();
    } finally {
      Folders.delete(jobs);
    }
  }

  @Property(tries = 60)
  void shouldAnswerAMissingLineWithPlacesInThatFolder(
      @ForAll("shipped") String file, @ForAll int at) throws IOException {
    Path jobs = Files.createTempDirectory("any").resolve("jobs");
    try {
      Folders.copy(SHIPPED, jobs);
      List<String> lines = new ArrayList<>(Files.readAllLines(jobs.resolve(file)));
      String gone = lines.remove(Math.floorMod(at, lines.size()));
      Files.write(jobs.resolve(file), lines);

      assertThat(problems(jobs))
          .as("%s without '%s'", file, gone)
          .allSatisfy(
              problem -> {
                assertThat(problem.place().file()).startsWith(jobs + "/");
                assertThat(problem.message()).contains("; ");
              });
    } finally {
      Folders.delete(jobs.getParent());
    }
  }

  private static List<Problem> problems(Path jobs) {
    Parsed parsed = DefinitionReader.read(jobs);
    return Stream.concat(
            parsed.problems().stream(),
            Compilation.of(parsed.faultless(), parsed.places()).problems().stream())
        .toList();
  }

  @Provide
  Arbitrary<String> yamlish() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "family: welfare\n",
            "title: ",
            "measures:\n",
            "  - ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            ", ",
            "'",
            "\"",
            "\n",
            "  ",
            "\t",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "---\n",
            "...\n",
            "? ",
            "| ",
            "> ",
            "#",
            "%",
            "<<: ",
            "~",
            "null",
            "0x1F",
            "1_000",
            ".inf",
            "2020-07-31",
            "福利",
            "\\x",
            "\u0000",
            "\uFFFE",
            "\uD800",
            "examples:\n");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(5);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, pieces), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMaxSize(30)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return Arbitraries.of(
          files
              .map(file -> SHIPPED.relativize(file).toString())
              .filter(file -> file.endsWith(".yaml"))
              .sorted()
              .toList());
    }
  }
}
