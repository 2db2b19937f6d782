package org.countywise.cli;

import java.io.FileNotFoundException;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.countywise.release.WarehouseException;
import org.countywise.report.TextTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What went wrong in one sentence, never a stack trace. Spark's own sentences are not repeated:
 * they can carry values of rows.
 */
final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMessages.class);
  private static final int LONGEST = 400;
  private static final String FILE_OF_A_TABLE = ".*/(published|restricted)/.*";
  private static final String NO_SPACE = "No space left on device";
  private static final long MIB = 1024L * 1024;

  /** Runs the command; errors, of the JVM or of a full disk, are failures like any other. */
  static int runAll(ParseResult result) {
    try {
      return new RunLast().execute(result);
    } catch (Error e) {
      CommandLine line = result.asCommandLineList().get(0);
      return failed(e, line);
    }
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr()
        .println(
            name
                + ": "
                + sentence(cause(e, line))
                + "; '"
                + name
                + " --help' says what it understands");
    return Exit.USAGE;
  }

  /** A misspelt flag leaves the right one missing: the misspelling is what to tell. */
  private static ParameterException cause(ParameterException e, CommandLine line) {
    List<String> unmatched = line.getUnmatchedArguments();
    return unmatched.isEmpty() ? e : new UnmatchedArgumentException(line, unmatched);
  }

  private static String sentence(ParameterException e) {
    String message = e.getMessage().strip();
    String sentence =
        message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return sentence + "; did you mean " + unmatched.getSuggestions().get(0) + "?";
    }
    return sentence;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    if (e instanceof UsageException || e instanceof WarehouseException) {
      line.getErr().println("countywise: " + e.getMessage());
      return Exit.USAGE;
    }
    return failed(e, line);
  }

  private static int failed(Throwable e, CommandLine line) {
    LOG.error("the command failed", e);
    String log = System.getProperty("countywise.log", "");
    line.getErr()
        .println(
            "countywise: the engine failed: "
                + reason(e)
                + (log.isEmpty() ? "" : "; the log is " + log));
    return Exit.FAILED;
  }

  /** The reason nearest to the cause that is ours or the operating system's to tell. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    if (root instanceof OutOfMemoryError) {
      return "not enough memory: the heap has "
          + Runtime.getRuntime().maxMemory() / MIB
          + " MiB; give Java more, such as COUNTYWISE_JAVA_OPTS=-Xmx16g, or run fewer periods at a"
          + " time";
    }
    if (root instanceof FileNotFoundException && firstLine(root).matches(FILE_OF_A_TABLE)) {
      return firstLine(root)
          + "; where files of the warehouse are missing, as in a backup that was cut short, 'countywise"
          + " releases --warehouse W --adopt' goes back to the newest release that is wholly there";
    }
    if (fillsADisk(failure)) {
      return TextTemplate.of("engine-errors").part("disk_full", new DiskFull(NO_SPACE));
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
        return "Spark says " + spark.getCondition();
      }
    }
    return firstLine(root);
  }

  /** What the operating system says of a full disk. */
  public record DiskFull(String said) {}

  /** Spark tells what its tasks met in the text of its own failures only. */
  private static boolean fillsADisk(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(NO_SPACE)) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(Throwable root) {
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    String text =
        root.getMessage() == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
