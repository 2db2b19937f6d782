package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.countywise.Workbench;
import org.junit.jupiter.api.Test;

/**
 * Where and how a run is made changes no published value, down to the last bit: not its settings,
 * its time zone, its master, the other months of the request or the arrangement of the files.
 */
class SameValuesTest {
  private static final int SHOWN = 10;

  /** One task at a time, three partitions, planned once, joins by sorting, small parts of files. */
  private static final String ELSEWHERE =
      """
      spark:
        spark.master: local[1]
        spark.driver.host: 127.0.0.1
        spark.ui.enabled: "false"
        spark.countywise.rowsPerPartition: "1"
        spark.sql.shuffle.partitions: "3"
        spark.sql.adaptive.enabled: "false"
        spark.sql.autoBroadcastJoinThreshold: "-1"
        spark.sql.optimizer.disableHints: "true"
        spark.sql.artifact.isolation.enabled: "false"
        spark.sql.session.timeZone: Asia/Shanghai
        spark.sql.files.maxPartitionBytes: "65536"
        spark.eventLog.enabled: "true"
        spark.eventLog.dir: "%s"
        spark.eventLog.compress: "false"
        spark.eventLog.rolling.enabled: "false"
      keep: 36
      """;

  @Test
  void shouldPublishTheSameElsewhereInOtherSettingsFromOtherFilesWithAnotherMonth()
      throws IOException, SQLException {
    Path delivery = Rearranged.delivery(Workbench.sample(), Workbench.bench("rearranged").folder());
    assertThat(Rearranged.partitions(delivery))
        .as("partitions written anew")
        .hasSameSizeAs(Rearranged.partitions(Workbench.sample()));

    Workbench.Bench bench = Workbench.bench("same-values");
    Path events = Files.createDirectories(bench.folder().resolve("events"));
    Path conf = bench.folder().resolve("elsewhere.yaml");
    Files.writeString(conf, ELSEWHERE.formatted(events.toUri()));

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
                "--period="
                    + PublishedRows.SAMPLE_PERIOD.minusMonths(1)
                    + ".."
                    + PublishedRows.SAMPLE_PERIOD,
                "--conf=" + conf));

    assertThat(command.exitCode()).as("exit code; output:%n%s", command.output()).isZero();
    assertThat(events)
        .as("Spark's events")
        .isDirectoryContaining(file -> text(file).contains("\"spark.master\":\"local[1]\""))
        .isDirectoryContaining(file -> text(file).contains("maxPartitionBytes\":\"65536\""))
        .as("and how they joined")
        .isDirectoryContaining(file -> text(file).contains("SortMergeJoin"))
        .isDirectoryNotContaining(file -> text(file).contains("BroadcastHashJoin"));
    assertSameRows("other settings, files and months", bench);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSameRows(String variation, Workbench.Bench bench) {
    List<String> expected = PublishedRows.exact(PublishedRows.sample());
    List<String> found = PublishedRows.exact(bench);

    assertThat(expected).anyMatch(row -> row.contains(",village,")).hasSizeGreaterThan(20_000);
    assertThat(without(expected, found)).as("rows that are absent with %s", variation).isEmpty();
    assertThat(without(found, expected))
        .as("rows that are there only with %s", variation)
        .isEmpty();
    assertThat(found).as("rows with %s", variation).hasSameSizeAs(expected);
  }

  private static List<String> without(List<String> rows, List<String> others) {
    List<String> left = new ArrayList<>(rows);
    left.removeAll(new HashSet<>(others));
    return left.stream().limit(SHOWN).toList();
  }
}
