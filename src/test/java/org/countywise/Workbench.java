package org.countywise;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.definition.Definitions;
import org.countywise.parse.DefinitionReader;
import org.countywise.plan.Plan;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Outcome;
import org.countywise.run.Job;
import org.countywise.run.Request;
import org.countywise.run.Sessions;
import org.countywise.sample.Sample;

/**
 * One Spark context for all tests of this Java process, which has a folder of its own; and what all
 * processes of a build read.
 */
public final class Workbench {
  private static final String PROCESS = System.getProperty("countywise.process", "1");
  private static final Path FOLDER = Path.of("target/workbench", PROCESS).toAbsolutePath();
  private static final Path COMMON = FOLDER.resolveSibling("common");

  /** What all processes of a build have in common; outside a build, something of this process. */
  private static final String BUILD =
      System.getProperty("countywise.build", UUID.randomUUID().toString());

  private static SparkSession shared;

  private Workbench() {}

  /** A session of the shared context; its catalog is its own. */
  public static synchronized SparkSession session(Map<String, String> settings) {
    if (shared == null) {
      Map<String, String> all = new TreeMap<>();
      all.put("spark.master", "local[2]");
      all.put("spark.ui.enabled", "false");
      all.put("spark.driver.host", "127.0.0.1");
      all.put("spark.sql.shuffle.partitions", "1");
      all.put("spark.buffer.pageSize", "1m");
      all.put("spark.sql.codegen.cache.maxEntries", "5000");
      // Compiling a stage of a few rows takes longer than interpreting it; what is run with other
      // settings comes to the same, which SameValuesTest holds.
      all.put("spark.sql.codegen.wholeStage", "false");
      // A run of few rows turns it off itself; what reads its tables would plan each step again.
      all.put("spark.sql.adaptive.enabled", "false");
      all.put("spark.sql.ui.explainMode", "simple");
      all.put("spark.sql.artifact.isolation.enabled", "false");
      all.put("spark.executor.killOnFatalError.depth", "0");
      all.put("spark.hadoop.fs.file.impl", "org.countywise.release.LocalDisk");
      all.put("spark.hadoop.parquet.page.verify-checksum.enabled", "true");
      shared = Sessions.open(all, "");
    }
    SparkSession session = shared.newSession();
    settings.forEach(session.conf()::set);
    return session;
  }

  /** A clean delivery at scale 0.001, 2019-07 to 2020-09. */
  public static Path sample() {
    return once(
        "sample",
        folder ->
            new Sample(Sample.Settings.ofScale(0.001), definitions("jobs").datasets())
                .write(folder, line -> {}));
  }

  /** A bench that is only read, filled by the first process of a build that asks for it. */
  public static Bench common(String name, Consumer<Bench> run) {
    return new Bench(once(name, folder -> run.accept(new Bench(folder, Map.of()))), Map.of());
  }

  private static synchronized Path once(String name, Consumer<Path> make) {
    Path folder = COMMON.resolve(name);
    Path made = COMMON.resolve(name + ".made");
    try {
      Files.createDirectories(COMMON);
      try (FileChannel lock =
              FileChannel.open(COMMON.resolve(name + ".lock"), Set.of(CREATE, WRITE));
          FileLock held = lock.lock()) {
        assertThat(held.isValid()).isTrue();
        if (!Files.exists(made) || !Files.readString(made).equals(BUILD)) {
          Files.deleteIfExists(made);
          Folders.delete(folder);
          make.accept(folder);
          Files.writeString(made, BUILD);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** The definitions of a folder of this checkout. */
  public static Definitions definitions(String jobs) {
    return DefinitionReader.read(Path.of(jobs)).definitions();
  }

  /** A copy of the shipped definitions below a folder, in which no number is too small to show. */
  public static String jobsThatHideNothing(Path folder) {
    Path jobs = Folders.copy(Path.of("jobs"), folder.resolve("jobs"));
    Path disclosure = jobs.resolve("disclosure.yaml");
    try {
      Files.writeString(
          disclosure, Files.readString(disclosure).replace("min_count: 5", "min_count: 0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jobs.toString();
  }

  /** An empty warehouse and what happened to it. */
  public static final class Bench {
    private static final int KEPT = 36;

    private final Path folder;
    private final SparkSession spark;

    private Bench(Path folder, Map<String, String> settings) {
      this.folder = folder;
      Map<String, String> all = new TreeMap<>(settings);
      all.putAll(Warehouse.settings(folder.resolve("warehouse").toString(), settings));
      this.spark = session(all);
    }

    /** Runs families of a jobs folder; none for all. */
    public Outcome run(Path delivery, String jobs, List<YearMonth> periods, String... families) {
      Plan plan = Compilation.plan(definitions(jobs), List.of(families));
      return run(new Request(delivery.toString(), periods, plan, "test", Request.Rerun.ALWAYS));
    }

    /** Runs what is asked for. */
    public Outcome run(Request request) {
      return new Job(spark, warehouse(), KEPT, (subject, action) -> {}).run(request);
    }

    /** The exact values of the newest release, at every level. */
    public Dataset<Row> exact() {
      return table(Table.restricted("indicator_value"), "");
    }

    /** A published table of the newest release. */
    public Dataset<Row> published(String table) {
      return table(Table.published(table), "");
    }

    /** A table of a release, the newest where it is empty. */
    public Dataset<Row> table(Table table, String release) {
      return warehouse().read(table, warehouse().release(release)).orElseThrow();
    }

    /** A restricted table as the last run left it, published or refused. */
    public Dataset<Row> lastRun(String table) {
      return warehouse().lastRun(Table.restricted(table));
    }

    public Warehouse warehouse() {
      return Warehouse.open(spark);
    }

    public SparkSession spark() {
      return spark;
    }

    public Path folder() {
      return folder;
    }
  }

  /** What the tests of this process log. */
  public static Path log() {
    return Path.of("target/test-" + PROCESS + ".log");
  }

  /** A bench in a fresh folder under target/. */
  public static Bench bench(String name) {
    return bench(name, Map.of());
  }

  /** A bench whose session has more settings. */
  public static Bench bench(String name, Map<String, String> settings) {
    Path folder = FOLDER.resolve(name);
    Folders.delete(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bench(folder, settings);
  }

  /** Public data beside the checkout, or where COUNTYWISE_DATA says. */
  public static Path data() {
    String folder = System.getenv("COUNTYWISE_DATA");
    return folder == null ? Path.of("..", "shared", "data") : Path.of(folder);
  }
}
