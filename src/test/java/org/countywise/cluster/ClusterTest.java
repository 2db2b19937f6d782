package org.countywise.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.countywise.Workbench;
import org.countywise.release.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work on a real master and worker. */
@Tag("server")
class ClusterTest {
  private static final Path FOLDER = Path.of("target/cluster");
  private static final Path JAR = Path.of("target/countywise.jar");

  /** Held by the test that publishes the same month in its own process. */
  private static final Path LOCAL = Path.of("src/test/resources/golden/sample-2020-09-content.txt");

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
  void shouldPublishWhatALocalRunPublishes() throws Exception {
    String warehouse = Files.createTempDirectory(FOLDER, "values-").toAbsolutePath().toString();

    Submitted run =
        cluster.submit(
            List.of(
                "--class",
                "org.countywise.cli.Main",
                JAR.toString(),
                "run",
                "--delivery=" + Workbench.sample(),
                "--warehouse=" + warehouse,
                "--period=2020-09",
                "--conf=conf/cluster.yaml"));

    assertThat(run.exitCode())
        .as("exit code; output:%n%s%nlog:%n%s", run.output(), run.errors())
        .isZero();
    assertThat(content(warehouse))
        .as("hash of all values, against what a process of its own published")
        .isEqualTo(Files.readString(LOCAL).strip());
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
