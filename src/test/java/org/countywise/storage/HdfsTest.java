package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.protocol.HdfsConstants.DatanodeReportType;
import org.apache.hadoop.security.AccessControlException;
import org.countywise.Workbench;
import org.countywise.release.Warehouse;
import org.countywise.report.Outcome;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Delivery and warehouse on HDFS: a NameNode and a DataNode, and strangers. */
@Tag("server")
class HdfsTest {
  private static final Configuration HADOOP = new Configuration();

  private static ServerProcess server;
  private static String root;

  @BeforeAll
  static void startServer() {
    int port = ServerProcess.freePort();
    java.nio.file.Path folder = Workbench.bench("hdfs").folder();
    List<String> java =
        List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.apache.hadoop.test.MiniDFSClusterManager",
            "-datanodes",
            "1",
            "-format",
            "-nnport",
            "" + port,
            "-writeDetails",
            folder.resolve("details.json").toString(),
            "-D",
            "dfs.replication=1",
            "-D",
            "hdfs.minidfs.basedir=" + folder.resolve("data"));
    // It writes the file once both nodes are there.
    server = ServerProcess.start(folder, java, () -> Files.exists(folder.resolve("details.json")));
    root = "hdfs://127.0.0.1:" + port;
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldPublishWhatALocalDiskWouldAndCloseWhatIsRestricted() throws IOException {
    String delivery = root + "/delivery";
    String folder = root + "/warehouse";
    SeptemberWorks.upload(new Path(delivery), HADOOP);

    Map<String, String> settings = Warehouse.settings(folder);
    Outcome outcome = SeptemberWorks.run(delivery, settings, (subject, action) -> {});

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    Warehouse warehouse = Warehouse.open(Workbench.session(settings));
    assertThat(warehouse.release("").content()).isEqualTo(SeptemberWorks.localContent());
    assertThat(new WholeReleases().doubt(warehouse)).isEmpty();
    assertClosedToStrangers(new Path(folder));
  }

  /** What the killed one held, the other holds too; what is being written is written there. */
  @Test
  void shouldPublishTheSameWhereADataNodeIsKilledWhileAReleaseIsWritten() throws IOException {
    String delivery = root + "/delivery-of-two-nodes";
    Map<String, String> settings = Warehouse.settings(root + "/warehouse-of-two-nodes");
    AtomicBoolean killed = new AtomicBoolean();
    try (ServerProcess node = anotherDataNode()) {
      SeptemberWorks.upload(new Path(delivery), HADOOP);

      Outcome outcome =
          SeptemberWorks.run(
              delivery,
              settings,
              (subject, action) -> {
                if (action.equals("writing")) {
                  node.kill();
                  killed.set(true);
                }
              });

      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    }
    assertThat(killed).isTrue();
    Warehouse warehouse = Warehouse.open(Workbench.session(settings));
    assertThat(warehouse.release("").content()).isEqualTo(SeptemberWorks.localContent());
    assertThat(new WholeReleases().doubt(warehouse)).isEmpty();
  }

  /** Returns when the NameNode knows it; all that is written then goes to both. */
  private static ServerProcess anotherDataNode() throws IOException {
    java.nio.file.Path folder =
        Files.createDirectories(Workbench.bench("hdfs-second-node").folder());
    DistributedFileSystem files = (DistributedFileSystem) new Path(root).getFileSystem(HADOOP);
    return ServerProcess.start(
        folder,
        List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.apache.hadoop.hdfs.server.datanode.DataNode",
            "-Dfs.defaultFS=" + root,
            "-Ddfs.datanode.data.dir=" + folder.resolve("data").toUri(),
            "-Ddfs.datanode.address=127.0.0.1:0",
            "-Ddfs.datanode.http.address=127.0.0.1:0",
            "-Ddfs.datanode.ipc.address=127.0.0.1:0"),
        () -> living(files) == 2);
  }

  private static int living(DistributedFileSystem files) {
    try {
      return files.getDataNodeStats(DatanodeReportType.LIVE).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertClosedToStrangers(Path warehouse) throws IOException {
    Path restricted = new Path(warehouse, "restricted");
    FileSystem mine = warehouse.getFileSystem(HADOOP);
    assertThat(mine.getFileStatus(restricted).getPermission()).hasToString("rwx------");
    assertThat(mine.listStatus(restricted)).isNotEmpty();
    try (FileSystem stranger = FileSystem.newInstance(URI.create(root), HADOOP, "stranger")) {
      assertThat(stranger.listStatus(new Path(warehouse, "published"))).isNotEmpty();
      assertThatThrownBy(() -> stranger.listStatus(restricted))
          .isInstanceOf(AccessControlException.class)
          .hasMessageContaining("stranger");
      assertThatThrownBy(
              () -> stranger.listStatus(new Path(restricted, "indicator_value/metadata")))
          .isInstanceOf(AccessControlException.class);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a stranger looked", e);
    }
  }
}
