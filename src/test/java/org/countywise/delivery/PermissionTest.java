package org.countywise.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user of a run may not read is not called damaged. */
class PermissionTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message schema { optional int64 x; }");

  @TempDir private Path delivery;

  private final SparkSession spark = Workbench.session(Map.of());

  @BeforeEach
  void knowTheDisk() {
    ClosedDisk.in(spark.sparkContext().hadoopConfiguration());
  }

  @Test
  void shouldSayThatAFileMayNotBeRead() throws IOException {
    write("counted/period=2020-09/a.parquet");
    write("counted/period=2020-09/closed.parquet");

    assertThat(blockers("closed:" + delivery))
        .containsExactly(
            "file counted/period=2020-09/closed.parquet may not be read by the user of this run:"
                + " give that user the right to read it");
  }

  @Test
  void shouldSayThatALocalFileMayNotBeRead() throws IOException {
    Path file = write("counted/period=2020-09/a.parquet");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("whoever may read everything").isFalse();

    assertThat(blockers(delivery.toString()))
        .singleElement()
        .asString()
        .contains("a.parquet may not be read by the user of this run");
  }

  @Test
  void shouldSayThatAFolderMayNotBeListed() throws IOException {
    write("counted/period=2020-09/a.parquet");
    Files.move(delivery.resolve("counted"), delivery.resolve("closed"));

    assertThatThrownBy(() -> open("closed:" + delivery, "closed"))
        .isInstanceOf(NoDeliveryException.class)
        .hasMessage(
            "the folder closed of the delivery 'closed:%s' may not be listed by the user of this run:"
                + " give that user the right to read it",
            delivery);
  }

  @Test
  void shouldSayThatALocalFolderMayNotBeListed() throws IOException {
    write("counted/period=2020-09/a.parquet");
    Path folder = delivery.resolve("counted");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(folder)).as("whoever may read everything").isFalse();
    try {
      assertThatThrownBy(() -> open(delivery.toString(), "counted"))
          .isInstanceOf(NoDeliveryException.class)
          .hasMessageContaining("the folder counted of the delivery '" + delivery + "' may not be");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void shouldNotStumbleOverAFolderBesideTheDeliveryThatMayNotBeListed() throws IOException {
    Path empty = Files.createDirectories(delivery.resolve("closed above/empty"));
    Files.createFile(empty.resolve("a.txt"));
    Delivery given = Delivery.open("closed:" + empty, spark.sparkContext().hadoopConfiguration());

    assertThat(given.holdsNothingOf(List.of(scan("{period}/*.parquet"))))
        .hasMessageContaining("is no delivery: it holds no file of any dataset, but a.txt");
  }

  private Path write(String name) throws IOException {
    return Written.file(delivery.resolve(name), SCHEMA, List.of(List.of("1")));
  }

  private List<String> blockers(String folder) {
    return open(folder, "counted").findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .map(Finding::message)
        .toList();
  }

  private Source open(String folder, String dataset) {
    Delivery given = Delivery.open(folder, spark.sparkContext().hadoopConfiguration());
    return Source.open(spark, given, scan(dataset + "/period={period}/*.parquet"), null);
  }

  private static Scan scan(String files) {
    return new Scan(
        "counted",
        Scan.Kind.PERIODIC,
        files,
        "",
        "",
        Set.of(),
        List.of(
            new Scan.Column(
                "x", "int64", true, false, List.of(), Scan.OnViolation.ALLOW, false, false, "x")),
        List.of("x"),
        Map.of(),
        List.of(),
        List.of(),
        "",
        List.of());
  }
}
