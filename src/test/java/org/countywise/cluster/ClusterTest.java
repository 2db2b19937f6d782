package org.countywise.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work on a real master and worker. */
class ClusterTest {
  private static final Path FOLDER = Path.of("target/cluster");
  private static final Path JAR = Path.of("target/countywise.jar");

  private static MiniCluster cluster;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster = MiniCluster.start(FOLDER);
  }

  @AfterAll
  static void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void shouldRunAJobOnTheWorkerAndPassItsExitCode() throws IOException, InterruptedException {
    Path jar = FOLDER.resolve("sum.jar");
    writeJar(jar, SumJob.class);

    Submitted job =
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
  void shouldPublishTheSameValuesAsALocalRun() throws Exception {
    Path folder = Files.createTempDirectory(FOLDER, "values-").toAbsolutePath();
    String delivery = folder.resolve("delivery").toString();
    locally(
        "sample", "--out", delivery, "--scale", "0.001", "--from", "2020-06", "--to", "2020-07");

    onTheCluster(
        "run",
        "--delivery",
        delivery,
        "--warehouse",
        folder + "/cluster",
        "--period",
        "2020-06..2020-07",
        "--conf",
        "conf/cluster.yaml");
    locally(
        "run",
        "--delivery",
        delivery,
        "--warehouse",
        folder + "/local",
        "--period",
        "2020-06..2020-07",
        "--conf",
        "conf/local.yaml");

    List<String> onCluster = published(folder, "cluster");
    assertThat(onCluster).as("rows published by the cluster").hasSizeGreaterThan(1000);
    assertThat(onCluster)
        .as("rows of the cluster's release against those of the local run's")
        .isEqualTo(published(folder, "local"));
  }

  private static void onTheCluster(String... command) throws IOException, InterruptedException {
    succeed(cluster.submit(countywise(command)));
  }

  private static void locally(String... command) throws IOException, InterruptedException {
    succeed(cluster.submitLocally(countywise(command)));
  }

  private static List<String> countywise(String... command) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--class", "org.countywise.cli.Main", JAR.toString()));
    arguments.addAll(List.of(command));
    return arguments;
  }

  private static void succeed(Submitted command) {
    assertThat(command.exitCode())
        .as("exit code; output:%n%s%nlog:%n%s", command.output(), command.errors())
        .isZero();
  }

  /** Exports a warehouse and reads every value, without the id of its release, in a fixed order. */
  private static List<String> published(Path folder, String warehouse)
      throws IOException, InterruptedException, SQLException {
    Path out = folder.resolve(warehouse + "-export");
    locally(
        "export",
        "--warehouse",
        folder.resolve(warehouse).toString(),
        "--format",
        "parquet",
        "--out",
        out.toString());
    String sql =
        "select x::varchar from (select * exclude (release) from '%s/indicator_value/*.parquet') x"
            .formatted(out);
    List<String> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql + " order by 1")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
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
