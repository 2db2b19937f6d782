package org.countywise.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.countywise.oracle.Oracle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code countywise bench}: what works cost, beside DuckDB and plain Spark SQL. */
@Command(
    name = "countywise bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures works of the product, each as a command in a process of its own, beside DuckDB and",
      "plain Spark SQL over the same sample, and compares all values cell by cell. Nothing else should",
      "run on the machine meanwhile."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:measured, and all values agree",
      " 1:values differ",
      " 2:something failed",
      "64:usage error: a bad flag, number or file"
    },
    footer = {
      "",
      "Examples:",
      "  countywise bench --scale 0.01",
      "  countywise bench --json bench.json"
    })
public final class Bench implements Callable<Integer> {
  private static final int FAILED = 2;
  private static final int USAGE = 64;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "0.1",
      description = "Size of the sample, above 0 and at most 1, the true size; default: 0.1.")
  private double scale;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also writes all of it, with machine and versions, to this file.")
  private Path json;

  @Spec private CommandSpec spec;

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(line().execute(arguments));
  }

  /** The command line. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Bench());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler(
        (e, arguments) -> {
          String said = "%s; 'countywise bench --help' says what it understands";
          e.getCommandLine()
              .getErr()
              .println("countywise bench: " + said.formatted(e.getMessage()));
          return USAGE;
        });
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          failed.getErr().println("countywise bench: " + e.getMessage());
          return FAILED;
        });
    return line;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    refuse();
    Path home = Path.of(System.getProperty("countywise.home", "")).toAbsolutePath();
    Path benches = Files.createDirectories(home.resolve("target/bench"));
    Path folder = Files.createTempDirectory(benches, "scale-" + scale + "-");
    try {
      Result result = measured(Launch.ofThisProcess(home), folder);
      spec.commandLine().getOut().print(ResultTable.of(result));
      spec.commandLine().getOut().flush();
      if (json != null) {
        Files.writeString(json, json(result));
      }
      return result.agrees() ? 0 : 1;
    } finally {
      delete(folder);
    }
  }

  /** What can be known before an hour has passed. */
  private void refuse() {
    if (!(scale > 0 && scale <= 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--scale is %s, but must be above 0 and at most 1, as in --scale 0.01".formatted(scale));
    }
    Path folder = json == null ? null : json.toAbsolutePath().getParent();
    if (json != null && (Files.isDirectory(json) || !Files.isWritable(folder))) {
      throw new ParameterException(
          spec.commandLine(),
          "cannot write --json %s; name a file in a folder that can be written".formatted(json));
    }
  }

  private Result measured(Launch launch, Path folder)
      throws IOException, InterruptedException, SQLException {
    Peers peers = new Peers(launch, folder, this::progress);
    progress("sample of scale " + scale);
    List<String> sample =
        launch.product("sample", "--quiet", "--out=" + peers.delivery(), "--scale=" + scale);
    Child.run(sample, folder);
    peers.plainSpark(Question.ALL);
    List<Result.Work> works = new Works(launch, folder, peers, this::progress).all();
    Machine machine = Machine.here(launch.options());
    return new Result(machine, scale, Oracle.FAMILIES, works, peers.asked());
  }

  private void progress(String what) {
    spec.commandLine().getErr().println(what);
  }

  /** The result for scripts. */
  static String json(Result result) throws IOException {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build()
            .writeValueAsString(result)
        + "\n";
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
