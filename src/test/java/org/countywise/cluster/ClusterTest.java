package org.countywise.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.faults.AtWork;
import org.countywise.release.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Work on a real master and two workers, to which something is done while they work. What a run
 * publishes is always what a process of its own publishes.
 */
@Tag("server")
class ClusterTest {
  private static final Path FOLDER = Path.of("target/cluster");
  private static final Path JAR = Path.of("target/countywise.jar");

  /** Held by the test that publishes the same month in its own process. */
  private static final Path LOCAL = Path.of("src/test/resources/golden/sample-2020-09-content.txt");

  private static final String FAMILY = "public-posts";

  /** One family has so few rows that planning and compiling is most of the work. */
  private static final List<String> SMALL =
      settings(
          "spark.sql.shuffle.partitions=4",
          "spark.sql.codegen.wholeStage=false",
          "spark.buffer.pageSize=1m");

  /** Executors come and go, and hand over what they kept. */
  private static final List<String> LEAVING =
      settings(
          "spark.dynamicAllocation.enabled=true",
          "spark.dynamicAllocation.shuffleTracking.enabled=true",
          "spark.dynamicAllocation.minExecutors=1",
          "spark.dynamicAllocation.maxExecutors=2",
          "spark.decommission.enabled=true",
          "spark.storage.decommission.enabled=true",
          "spark.storage.decommission.rddBlocks.enabled=true",
          "spark.storage.decommission.shuffleBlocks.enabled=true");

  /** Tasks that take longer than others are begun a second time. */
  private static final List<String> SPECULATING =
      settings(
          "spark.speculation=true",
          "spark.speculation.interval=500ms",
          "spark.speculation.quantile=0.5",
          "spark.speculation.minTaskRuntime=1s");

  private static final long STANDSTILL_MILLIS = 30_000;

  /** Debian's package faketime. */
  private static final Path FAKE_TIME =
      Path.of("/usr/lib", architecture() + "-linux-gnu", "faketime", "libfaketimeMT.so.1");

  /** Only what the clock on the wall shows is another; how long Java waits is not. */
  private static final Map<String, String> HOUR_FAST =
      Map.of(
          "LD_PRELOAD", FAKE_TIME.toString(),
          "FAKETIME", "+1h",
          "FAKETIME_DONT_FAKE_MONOTONIC", "1",
          "FAKETIME_FORCE_MONOTONIC_FIX", "0");

  private static MiniCluster cluster;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster = MiniCluster.start(FOLDER, 2);
  }

  @AfterAll
  static void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void shouldRunAJobOnTheWorkerAndPassItsExitCode() throws IOException {
    Path jar = FOLDER.resolve("sum.jar");
    writeJar(jar, SumJob.class);

    AtWork.Ended job =
        cluster.submit(List.of("--class", SumJob.class.getName(), jar.toString(), "a", "b"));

    assertThat(job.output())
        .as("output of the job; its log: %s", job.errors())
        .contains("sum 500500 on " + cluster.master());
    assertThat(job.exitCode()).as("exit code of a job that leaves with 2").isEqualTo(2);
    assertThat(FOLDER.resolve("work"))
        .as("the worker's folder, where an executor of its own has run")
        .isNotEmptyDirectory();
  }

  @Test
  void shouldPublishWhatALocalRunPublishes() throws Exception {
    String warehouse = warehouse("values-");

    AtWork.Ended run = cluster.submit(run(warehouse, ""));

    assertPublished(run);
    assertThat(content(warehouse))
        .as("hash of all values, against what a process of its own published")
        .isEqualTo(Files.readString(LOCAL).strip());
  }

  /** The driver is then a process of a worker, and spark-submit waits for its end. */
  @Test
  void shouldPublishTheSameWhereAWorkerHoldsTheDriver() throws Exception {
    String warehouse = warehouse("driver-on-a-worker-");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--driver-java-options",
                String.join(" ", SparkHome.opening()),
                "--deploy-mode",
                "cluster",
                "--conf",
                "spark.standalone.submit.waitAppCompletion=true"));
    arguments.addAll(run(warehouse, FAMILY));

    cluster.submit(arguments);

    assertThat(content(warehouse)).isEqualTo(local());
  }

  /** What it kept is lost with it: all is computed again. */
  @ParameterizedTest
  @ValueSource(strings = {"keys: proving", "rows: checking", "values: deriving", ": writing"})
  void shouldPublishTheSameWhereAnExecutorIsKilled(String step) throws Exception {
    String warehouse = warehouse("executor-killed-");

    AtWork job = cluster.begin(run(warehouse, FAMILY)).saying(step);
    cluster.executors().get(0).destroyForcibly();

    assertPublished(job.ended());
    assertThat(content(warehouse)).isEqualTo(local());
  }

  /** Its executors end with it; a new worker takes its place for the tests after this one. */
  @Test
  void shouldPublishTheSameWhereAWorkerIsKilled() throws Exception {
    String warehouse = warehouse("worker-killed-");

    AtWork job = cluster.begin(run(warehouse, FAMILY)).saying("values: deriving");
    Process worker = cluster.workers().get(cluster.workers().size() - 1);
    worker.destroyForcibly();
    cluster.startWorker();

    assertPublished(job.ended());
    assertThat(content(warehouse)).isEqualTo(local());
  }

  /** SIGPWR is how a worker is told to leave: it hands over what its executors kept. */
  @Test
  void shouldPublishTheSameWhereAWorkerLeavesAndExecutorsComeAndGo() throws Exception {
    String warehouse = warehouse("worker-leaves-");
    List<String> arguments = new ArrayList<>(LEAVING);
    arguments.addAll(run(warehouse, FAMILY));

    AtWork job = cluster.begin(arguments).saying("values: deriving");
    AtWork.signal("PWR", cluster.workers().get(cluster.workers().size() - 1).pid());
    AtWork.Ended run = job.ended();
    cluster.startWorker();

    assertPublished(run);
    assertThat(content(warehouse)).isEqualTo(local());
  }

  /** Spark waits for it, or does its tasks elsewhere too and takes what is ready first. */
  @Test
  void shouldPublishTheSameWhereAWorkerStandsStillForHalfAMinute() throws Exception {
    String warehouse = warehouse("worker-stands-still-");
    List<String> arguments = new ArrayList<>(SPECULATING);
    arguments.addAll(run(warehouse, FAMILY));

    AtWork job = cluster.begin(arguments).saying("rows: checking");
    List<ProcessHandle> still =
        MiniCluster.family(cluster.workers().get(cluster.workers().size() - 1));
    still.forEach(process -> AtWork.signal("STOP", process.pid()));
    job.after(STANDSTILL_MILLIS);
    still.forEach(process -> AtWork.signal("CONT", process.pid()));

    assertThat(still).as("a worker and its executor").hasSizeGreaterThan(1);
    assertPublished(job.ended());
    assertThat(content(warehouse)).isEqualTo(local());
  }

  @Test
  void shouldPublishTheSameWhereTheClockOfAWorkerIsAnHourFast() throws Exception {
    assumeTrue(Files.exists(FAKE_TIME), "skipped: Debian's package faketime is not installed");
    String warehouse = warehouse("clock-off-");
    Process worker = cluster.startWorker(HOUR_FAST);
    try {
      AtWork job = cluster.begin(run(warehouse, FAMILY)).saying("rows: checking");
      assertThat(worker.descendants())
          .as("an executor with another clock")
          .anySatisfy(
              executor ->
                  assertThat(Path.of("/proc", "" + executor.pid(), "environ"))
                      .content()
                      .contains("FAKETIME=+1h"));

      assertPublished(job.ended());
    } finally {
      cluster.end(worker);
    }
    assertThat(content(warehouse)).isEqualTo(local());
  }

  private static List<String> settings(String... settings) {
    return Stream.of(settings).flatMap(setting -> Stream.of("--conf", setting)).toList();
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
  }

  private static String warehouse(String name) throws IOException {
    return Files.createTempDirectory(FOLDER, name).toAbsolutePath().toString();
  }

  private static List<String> run(String warehouse, String family) {
    List<String> arguments = new ArrayList<>(List.of("--conf", "spark.executor.cores=2"));
    if (!family.isEmpty()) {
      arguments.addAll(SMALL);
    }
    arguments.addAll(
        List.of(
            "--class",
            "org.countywise.cli.Main",
            JAR.toAbsolutePath().toString(),
            "run",
            "--delivery=" + Workbench.sample(),
            "--warehouse=" + warehouse,
            "--period=2020-09",
            "--jobs=" + Path.of("jobs").toAbsolutePath(),
            "--conf=" + Path.of("conf/cluster.yaml").toAbsolutePath()));
    if (!family.isEmpty()) {
      arguments.add(family);
    }
    return arguments;
  }

  private static void assertPublished(AtWork.Ended run) {
    System.out.println(run.errors().lines().filter(l -> l.contains(" s  ")).toList());
    assertThat(run.exitCode())
        .as("exit code; output:%n%s%nlog:%n%s", run.output(), run.errors())
        .isZero();
  }

  private static String local() {
    return Workbench.common(
            "family-on-a-local-disk",
            bench ->
                assertThat(
                        bench
                            .run(Workbench.sample(), "jobs", List.of(YearMonth.of(2020, 9)), FAMILY)
                            .published())
                    .isTrue())
        .warehouse()
        .release("")
        .content();
  }

  private static String content(String warehouse) {
    return Warehouse.open(Workbench.session(Warehouse.settings(warehouse))).release("").content();
  }

  private static void writeJar(Path jar, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        InputStream bytes = type.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      bytes.transferTo(out);
      out.closeEntry();
    }
  }
}
