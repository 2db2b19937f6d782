package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Where and how a run is made changes no published value, down to the last bit: not its settings,
 * its time zone, its master, the other months of the request or the arrangement of the files.
 */
@TestMethodOrder(OrderAnnotation.class)
class SameValuesTest {
  private static final List<YearMonth> PERIOD = List.of(PublishedRows.SAMPLE_PERIOD);
  private static final int SHOWN = 10;

  /** Lets even the sample have all the partitions and re-planning that are asked for. */
  private static final String UNFITTED = "spark.countywise.rowsPerPartition";

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  private static final String ONE_TASK =
      """
      spark:
        spark.master: local[1]
        spark.driver.host: 127.0.0.1
        spark.ui.enabled: "false"
        spark.eventLog.enabled: "true"
        spark.eventLog.dir: "%s"
        spark.eventLog.compress: "false"
        spark.eventLog.rolling.enabled: "false"
      """;

  private static List<String> expected;

  @BeforeAll
  static void publishOnce() {
    expected = PublishedRows.exact(PublishedRows.sample());
    assertThat(expected).anyMatch(row -> row.contains(",village,")).hasSizeGreaterThan(20_000);
  }

  /** Settings and what they make of a run. */
  record Variation(String title, Map<String, String> settings) {
    @Override
    public String toString() {
      return title;
    }
  }

  @Order(1)
  @Test
  void shouldPublishTheSameInOnePartitionFromOtherFilesInOtherTimeZones() throws SQLException {
    Variation variation =
        new Variation(
            "one partition, planned anew while it runs, Shanghai's time in Spark, New York's in Java",
            Map.of(
                UNFITTED,
                "1",
                PARTITIONS,
                "1",
                ADAPTIVE,
                "true",
                "spark.sql.session.timeZone",
                "Asia/Shanghai",
                "spark.sql.files.maxPartitionBytes",
                "65536"));
    Path delivery = Rearranged.delivery(Workbench.sample(), Workbench.bench("rearranged").folder());
    assertThat(Rearranged.partitions(delivery))
        .as("partitions written anew")
        .hasSameSizeAs(Rearranged.partitions(Workbench.sample()));

    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      assertSameContent(assertSame(variation, delivery, PERIOD));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Order(2)
  @Test
  void shouldPublishTheSameInSevenPartitionsThatSortTogetherWithAnotherMonth() {
    Variation sorting =
        new Variation(
            "seven partitions, planned once, joins by sorting, two months",
            Map.of(
                UNFITTED,
                "1",
                PARTITIONS,
                "7",
                ADAPTIVE,
                "false",
                "spark.sql.autoBroadcastJoinThreshold",
                "-1",
                "spark.sql.optimizer.disableHints",
                "true"));

    SparkSession spark =
        assertSame(
                sorting,
                Workbench.sample(),
                List.of(YearMonth.of(2020, 8), PublishedRows.SAMPLE_PERIOD))
            .spark();

    assertThat(spark.range(1).join(broadcast(spark.range(1)), "id").queryExecution().toString())
        .as("how such a session joins where the engine asks for a broadcast")
        .contains("SortMergeJoin")
        .doesNotContain("BroadcastHashJoin");
  }

  @Order(3)
  @Test
  void shouldPublishTheSameTaskByTaskElsewhere() throws IOException {
    Workbench.Bench bench = Workbench.bench("same-values");
    Path events = Files.createDirectories(bench.folder().resolve("events"));
    Path conf = bench.folder().resolve("one-task.yaml");
    Files.writeString(conf, ONE_TASK.formatted(events.toUri()));

    Command command =
        Command.type(
            bench.folder(),
            List.of("-Xmx1g", "-Duser.timezone=America/New_York", "-Duser.language=tr"),
            List.of(
                "run",
                "--delivery=" + Workbench.sample(),
                "--warehouse=" + bench.folder().resolve("warehouse"),
                "--period=" + PublishedRows.SAMPLE_PERIOD,
                "--conf=" + conf));

    assertThat(command.exitCode()).as("exit code; output:%n%s", command.output()).isZero();
    assertThat(events)
        .as("Spark's events")
        .isDirectoryContaining(file -> text(file).contains("\"spark.master\":\"local[1]\""));
    assertSameRows("one task at a time", bench);
    assertSameContent(bench);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workbench.Bench assertSame(
      Variation variation, Path delivery, List<YearMonth> periods) {
    Workbench.Bench bench = Workbench.bench("same-values", variation.settings());

    Outcome outcome = bench.run(delivery, "jobs", periods);

    assertThat(outcome.published()).as("%s: %s", variation, outcome.findings()).isTrue();
    assertSameRows(variation.title(), bench);
    variation
        .settings()
        .forEach(
            (name, value) ->
                assertThat(bench.spark().conf().get(name))
                    .as("%s at the end of the run", name)
                    .isEqualTo(value));
    return bench;
  }

  private static void assertSameRows(String variation, Workbench.Bench bench) {
    List<String> found = PublishedRows.exact(bench);

    assertThat(without(expected, found)).as("rows that are absent with %s", variation).isEmpty();
    assertThat(without(found, expected))
        .as("rows that are there only with %s", variation)
        .isEmpty();
    assertThat(found).as("rows with %s", variation).hasSameSizeAs(expected);
  }

  /** The manifest alone proves that a release says the same. */
  private static void assertSameContent(Workbench.Bench bench) {
    assertThat(bench.warehouse().release("").content())
        .as("hash of the content")
        .isEqualTo(PublishedRows.sample().warehouse().release("").content())
        .hasSize(64);
  }

  private static List<String> without(List<String> rows, List<String> others) {
    List<String> left = new ArrayList<>(rows);
    left.removeAll(new HashSet<>(others));
    return left.stream().limit(SHOWN).toList();
  }
}
