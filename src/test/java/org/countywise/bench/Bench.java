package org.countywise.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.conf.Settings;
import org.countywise.definition.Definitions;
import org.countywise.oracle.Difference;
import org.countywise.oracle.Oracle;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.SettingsReader;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Outcome;
import org.countywise.run.Job;
import org.countywise.run.Request;
import org.countywise.run.Sessions;
import org.countywise.sample.Sample;
import org.countywise.sink.ParquetSink;

/**
 * Runs the four families for ten months and the oracle's SQL over the same files; prints both
 * times, their ratio, and bytes and rows per dataset. Exit code 1 where the values differ.
 */
public final class Bench {
  private static final List<YearMonth> PERIODS =
      IntStream.range(0, 10).mapToObj(i -> YearMonth.of(2019, 12).plusMonths(i)).toList();

  private final PrintStream out;
  private final Path home;
  private final Path folder;
  private final double scale;

  private Bench(PrintStream out, Path home, double scale) {
    this.out = out;
    this.home = home;
    this.scale = scale;
    this.folder = home.resolve("target/bench/" + scale);
  }

  /** {@code [--scale 0.1]}. */
  public static void main(String[] args) throws IOException, SQLException {
    boolean scaled = args.length == 2 && args[0].equals("--scale");
    if (args.length > 0 && !scaled) {
      System.err.println("countywise bench: knows one flag, as in --scale 0.1");
      System.exit(64);
    }
    Path home = Path.of(System.getProperty("countywise.home", "")).toAbsolutePath();
    double scale = scaled ? Double.parseDouble(args[1]) : 0.1;
    System.exit(new Bench(System.out, home, scale).run());
  }

  private int run() throws IOException, SQLException {
    Settings settings = SettingsReader.read(home.resolve("conf/local.yaml"));
    Path warehouse = Files.createTempDirectory(Files.createDirectories(folder), "warehouse-");
    SparkSession spark = Sessions.open(settings.spark(), warehouse.toString());
    Path delivery = folder.resolve("delivery");
    if (!Files.exists(delivery.resolve("README.md"))) {
      new Sample(
              Sample.Settings.ofScale(scale),
              DefinitionReader.read(home.resolve("jobs")).definitions().datasets())
          .write(delivery, line -> {});
    }
    long start = System.nanoTime();
    Outcome outcome = engine(spark, delivery);
    long engine = System.nanoTime() - start;
    Path export = warehouse.resolve("export");
    Warehouse published = Warehouse.open(spark);
    new ParquetSink()
        .write(
            published
                .read(Table.restricted("indicator_value"), published.release(""))
                .orElseThrow(),
            export.toString());
    start = System.nanoTime();
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.compute(PERIODS, Oracle.FAMILIES);
      long peer = System.nanoTime() - start;
      List<Difference> differences = oracle.compare(export.resolve("*.parquet"));
      print(outcome, bytes(delivery));
      out.printf(
          "engine %.1f s, DuckDB %.1f s, ratio %.2f%n",
          engine / 1e9, peer / 1e9, (double) engine / peer);
      out.println(
          differences.isEmpty()
              ? "values agree"
              : "values differ: " + differences.subList(0, Math.min(5, differences.size())));
      return differences.isEmpty() ? 0 : 1;
    }
  }

  private Outcome engine(SparkSession spark, Path delivery) {
    Definitions definitions = DefinitionReader.read(home.resolve("jobs")).definitions();
    long start = System.nanoTime();
    Job job =
        new Job(
            spark,
            Warehouse.open(spark),
            1,
            (subject, action) ->
                out.printf(
                    "%4d s  %s: %s%n",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds(), subject, action));
    return job.run(
        new Request(
            delivery.toString(),
            PERIODS,
            Compilation.plan(definitions, Oracle.FAMILIES),
            "bench",
            Request.Rerun.ALWAYS));
  }

  private void print(Outcome outcome, Map<String, Long> bytes) {
    out.printf("%n%-24s %14s %16s%n", "dataset", "rows read", "bytes delivered");
    outcome
        .rows()
        .forEach(
            (dataset, rows) ->
                out.printf("%-24s %,14d %,16d%n", dataset, rows, bytes.getOrDefault(dataset, 0L)));
  }

  private static Map<String, Long> bytes(Path delivery) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(delivery)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".parquet"))::iterator) {
        bytes.merge(delivery.relativize(file).getName(0).toString(), Files.size(file), Long::sum);
      }
    }
    return bytes;
  }
}
