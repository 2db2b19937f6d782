package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command shows how it is typed, and what it shows can be typed. */
class HelpTest {

  /** A command by its words, and the examples of its help. */
  record Helped(String command, List<String> examples) {
    @Override
    public String toString() {
      return command;
    }
  }

  static List<Helped> commands() {
    List<Helped> all = new ArrayList<>();
    collect(Main.commands(), all);
    return all;
  }

  private static void collect(CommandLine line, List<Helped> all) {
    List<String> examples =
        Stream.of(line.getCommandSpec().usageMessage().footer()).map(String::strip).toList();
    all.add(new Helped(line.getCommandSpec().qualifiedName(), examples));
    line.getSubcommands().values().forEach(sub -> collect(sub, all));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldShowExamplesUnderOneHeading(Helped helped) {
    String[] words = (helped.command() + " --help").split(" ", -1);
    String help = Terminal.type(Arrays.copyOfRange(words, 1, words.length)).out();

    assertThat(help).contains("\nExamples:\n  countywise ", "\nExit codes:\n", "  64   ");
    assertThat(help.lines()).allMatch(line -> line.length() <= 100, "at most 100 columns");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldShowExamplesThatCanBeTyped(Helped helped) {
    assertThat(helped.examples()).isNotEmpty();
    for (String example : helped.examples()) {
      assertThat(example).startsWith(helped.command());
      String[] words = example.split(" ", -1);
      assertThatCode(() -> Main.commands().parseArgs(Arrays.copyOfRange(words, 1, words.length)))
          .as(example)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void shouldSayInAFullSentenceWhatEachCommandDoes() {
    String help = Terminal.type("--help").out().replaceAll("\\s+", " ");

    assertThat(help)
        .contains(
            " report Writes a release as a site of one folder, in English and Chinese findings ",
            " show Shows published values alerts ");
  }

  @Test
  void shouldHelpWithEveryCommand() {
    assertThat(commands())
        .extracting(Helped::command)
        .contains("countywise", "countywise run", "countywise completion")
        .hasSizeGreaterThan(16);
  }
}
