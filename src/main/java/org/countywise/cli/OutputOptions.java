package org.countywise.cli;

import java.io.Console;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much a command says, and to whom. */
final class OutputOptions {
  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @Option(names = "--json", description = "One JSON object on standard output, for scripts.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** True where a script reads along. */
  boolean json() {
    return json;
  }

  /** Results. */
  PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Progress for whoever wants to see it, on standard error. */
  ProgressLine progressLine() {
    PrintWriter err = command.commandLine().getErr();
    if (quiet) {
      return ProgressLine.silent();
    }
    return onTerminal() ? ProgressLine.terminal(err) : ProgressLine.lines(err);
  }

  /** From Java 22 on there is a console without a terminal too, and it says so. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
