package org.countywise.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.countywise.run.Version;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: {@code countywise <command>}, also the main class for {@code spark-submit}. */
@Command(
    name = "countywise",
    description = "County-level indicators from deliveries of Parquet.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.EngineVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    resourceBundle = "org.countywise.report.help",
    subcommands = {
      DemoCommand.class,
      SampleCommand.class,
      CheckCommand.class,
      PlanCommand.class,
      RunCommand.class,
      ShowCommand.class,
      AlertsCommand.class,
      VerificationCommand.class,
      ClaimsCommand.class,
      ExportCommand.class,
      ReleasesCommand.class,
      ReportCommand.class,
      FindingsCommand.class,
      ExplainCommand.class,
      DiffCommand.class,
      CatalogueCommand.class,
      NewCommand.class,
      DoctorCommand.class,
      TryCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** Runs a command and returns its exit code: 0, 1, 2 or 64. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    return commandLine(out, err).execute(args);
  }

  private static CommandLine commandLine(PrintStream out, PrintStream err) {
    CommandLine line = commands();
    line.setOut(writer(out)).setErr(writer(err));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(100).setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    CommandList.of(line);
    ErrorMessages errorMessages = new ErrorMessages();
    line.setParameterExceptionHandler(errorMessages);
    line.setExecutionExceptionHandler(errorMessages);
    line.setExecutionStrategy(ErrorMessages::runAll);
    return line;
  }

  /** Every command there is. */
  static CommandLine commands() {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(
        new CommandLine(new AutoComplete.GenerateCompletion()).setCommandName("completion"));
    return line;
  }

  /** Names and titles are Chinese: UTF-8 whatever the locale says. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command given; known commands are "
            + String.join(", ", spec.subcommands().keySet())
            + "; begin with 'countywise demo'");
  }

  /** The engine's version for {@code --version}. */
  static final class EngineVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"countywise " + Version.engine()};
    }
  }
}
