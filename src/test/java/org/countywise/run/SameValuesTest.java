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
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Where and how a run is made changes no published value, down to the last bit: not its settings,
 * its time zone, its master, the other months of the request or the arrangement of the files.
 */
class SameValuesTest {
  private static final int SHOWN = 10;

  /**
   * Seven partitions, planned once, joins by sorting. The first setting lets even the sample have
   * all the partitions that are asked for.
   */
  private static final Map<String, String> SORTING =
      Map.of(
          "spark.countywise.rowsPerPartition",
          "1",
          "spark.sql.shuffle.partitions",
          "7",
          "spark.sql.adaptive.enabled",
          "false",
          "spark.sql.autoBroadcastJoinThreshold",
          "-1",
          "spark.sql.optimizer.disableHints",
          "true",
          "spark.sql.session.timeZone",
          "Asia/Shanghai");

  private static final String ONE_TASK =
      """
      spark:
        spark.master: local[1]
        spark.driver.host: 127.0.0.1
        spark.ui.enabled: "false"
        spark.countywise.rowsPerPartition: "1"
        spark.sql.shuffle.partitions: "1"
        spark.sql.adaptive.enabled: "true"
        spark.sql.files.maxPartitionBytes: "65536"
        spark.eventLog.enabled: "true"
        spark.eventLog.dir: "%s"
        spark.eventLog.compress: "false"
        spark.eventLog.rolling.enabled: "false"
      keep: 36
      """;

  private static List<String> expected;

  @BeforeAll
  static void publishOnce() {
    expected = PublishedRows.exact(PublishedRows.sample());
    assertThat(expected).anyMatch(row -> row.contains(",village,")).hasSizeGreaterThan(20_000);
  }

  @Test
  void shouldPublishTheSameInSevenPartitionsThatSortInOtherTimeZonesWithAnotherMonth() {
    Workbench.Bench bench = Workbench.bench("same-values", SORTING);
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      List<YearMonth> periods = List.of(YearMonth.of(2020, 8), PublishedRows.SAMPLE_PERIOD);
      Outcome outcome = bench.run(Workbench.sample(), "jobs", periods);

      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
      assertSameRows("sorting", bench);
    } finally {
      TimeZone.setDefault(before);
    }

    SparkSession spark = bench.spark();
    SORTING.forEach(
        (name, value) ->
            assertThat(spark.conf().get(name)).as("%s at the end", name).isEqualTo(value));
    assertThat(spark.range(1).join(broadcast(spark.range(1)), "id").queryExecution().toString())
        .as("how such a session joins where the engine asks for a broadcast")
        .contains("SortMergeJoin")
        .doesNotContain("BroadcastHashJoin");
  }

  @Test
  void shouldPublishTheSameTaskByTaskElsewhereFromOtherFiles() throws IOException, SQLException {
    Path delivery = Rearranged.delivery(Workbench.sample(), Workbench.bench("rearranged").folder());
    assertThat(Rearranged.partitions(delivery))
        .as("partitions written anew")
        .hasSameSizeAs(Rearranged.partitions(Workbench.sample()));

    Workbench.Bench bench = Workbench.bench("same-values");
    Path events = Files.createDirectories(bench.folder().resolve("events"));
    Path conf = bench.folder().resolve("one-task.yaml");
    Files.writeString(conf, ONE_TASK.formatted(events.toUri()));

    Command command =
        Command.type(
            bench.folder(),
            List.of(
                "-Xms1g",
                "-Xmn400m",
                "-Xmx1g",
                "-Duser.timezone=America/New_York",
                "-Duser.language=tr"),
            List.of(
                "run",
                "--delivery=" + delivery,
                "--warehouse=" + bench.folder().resolve("warehouse"),
                "--period=" + PublishedRows.SAMPLE_PERIOD,
                "--conf=" + conf));

    assertThat(command.exitCode()).as("exit code; output:%n%s", command.output()).isZero();
    assertThat(events)
        .as("Spark's events")
        .isDirectoryContaining(file -> text(file).contains("\"spark.master\":\"local[1]\""))
        .isDirectoryContaining(file -> text(file).contains("maxPartitionBytes\":\"65536\""));
    assertSameRows("one task at a time from other files", bench);
    assertSameContent(bench);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
