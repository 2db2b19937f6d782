package org.countywise.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The commands in a help, each with the first sentence of what it does, in full. */
final class CommandList implements CommandLine.IHelpSectionRenderer {
  private static final int MARGIN = 2;
  private static final String FIRST = "^(.*?)[.:;](\\s.*)?$";

  /** Lets a program and all of its commands list commands like this. */
  static void of(CommandLine line) {
    Map<String, CommandLine.IHelpSectionRenderer> sections =
        new TreeMap<>(line.getHelpSectionMap());
    sections.put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
    line.setHelpSectionMap(sections);
  }

  @Override
  public String render(Help help) {
    int names = help.subcommands().keySet().stream().mapToInt(String::length).max().orElse(0);
    int left = MARGIN + names + MARGIN;
    int right = help.commandSpec().usageMessage().width() - left;
    Help.TextTable table =
        Help.TextTable.forColumns(
            help.colorScheme(),
            new Help.Column(left, MARGIN, Help.Column.Overflow.TRUNCATE),
            new Help.Column(right, 0, Help.Column.Overflow.WRAP));
    help.subcommands().forEach((name, command) -> table.addRowValues(name, sentence(command)));
    return table.toString();
  }

  private static String sentence(Help command) {
    String all = String.join(" ", command.commandSpec().usageMessage().description());
    return all.replaceFirst(FIRST, "$1");
  }
}
