package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.Page;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What docs/ says of commands, exit codes and findings is what the code has. */
class CommandsPageTest {
  private static final String COMMANDS = new Page(Path.of("docs/commands.md")).text();
  private static final String OPERATIONS = new Page(Path.of("docs/operations.md")).text();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)([^`]*)` \\| ");
  private static final Pattern FINDINGS = Pattern.compile("(?m)^\\| (`[^|]+`) \\| ");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  /** A row of the table: how a command is typed. */
  record Row(String command, List<String> options) {
    static Row of(MatchResult row) {
      return new Row(
          row.group(1),
          OPTION.matcher(row.group(2)).results().map(MatchResult::group).distinct().toList());
    }

    @Override
    public String toString() {
      return command + " " + options;
    }
  }

  static List<Row> rows() {
    String table = COMMANDS.substring(0, COMMANDS.indexOf("\n## "));
    return ROW.matcher(table).results().map(Row::of).toList();
  }

  @Test
  void shouldHaveARowForEveryCommand() {
    assertThat(rows().stream().map(Row::command).collect(Collectors.toSet()))
        .isEqualTo(Main.commands().getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldNameOptionsThatTheCommandHas(Row row) {
    CommandLine command = Main.commands().getSubcommands().get(row.command());
    Set<String> subcommands = command.getSubcommands().keySet();
    CommandLine typed =
        subcommands.isEmpty() ? command : command.getSubcommands().values().iterator().next();

    assertThat(row.options()).isSubsetOf(List.copyOf(typed.getCommandSpec().optionsMap().keySet()));
  }

  @Test
  void shouldSayWhatToDoForEveryFindingThatBlocksAndForNoOther() {
    Set<String> blockers =
        Stream.of(FindingType.values())
            .filter(type -> type.severities().contains(Finding.Severity.BLOCKER))
            .map(FindingType::id)
            .collect(Collectors.toSet());

    assertThat(
            FINDINGS
                .matcher(section("### When findings block"))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ", -1))))
        .containsExactlyInAnyOrderElementsOf(blockers);
  }

  @Test
  void shouldSayWhatToDoForEveryExitCode() {
    String section = section("## What to do for each exit code");

    assertThat(List.of(Exit.DONE, Exit.BLOCKED, Exit.FAILED, Exit.USAGE, 75))
        .allSatisfy(code -> assertThat(section).contains("\n| " + code + " | "));
  }

  /** From a heading to the next of any level. */
  private static String section(String heading) {
    int from = OPERATIONS.indexOf(heading + "\n");
    assertThat(from).as("heading '%s'", heading).isNotNegative();
    int to = OPERATIONS.indexOf("\n#", from + heading.length());
    return OPERATIONS.substring(from, to < 0 ? OPERATIONS.length() : to);
  }
}
