package org.countywise.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.Workbench;
import org.countywise.release.Warehouse;
import org.countywise.run.WholeReleases;

/**
 * {@code countywise run} of the small sample in a Java process of its own.
 *
 * @param folder where its settings, its scratch and what it says lie
 * @param warehouse where it publishes
 * @param scratch where it keeps rows while it works
 * @param families all where there are none
 */
record LocalRun(Path folder, Path warehouse, Path scratch, List<String> families) {
  /** One family, of few rows. */
  static final List<String> POSTS = List.of("public-posts");

  private static final String SETTINGS =
      """
      spark:
        spark.master: local[2]
        spark.driver.host: 127.0.0.1
        spark.driver.bindAddress: 127.0.0.1
        spark.ui.enabled: "false"
        spark.sql.shuffle.partitions: "2"
        spark.buffer.pageSize: 1m
        spark.sql.codegen.wholeStage: "false"
        spark.sql.artifact.isolation.enabled: "false"
        spark.hadoop.fs.file.impl: org.countywise.release.LocalDisk
        spark.local.dir: %s
      keep: 36
      """;

  /** Begins a month. */
  AtWork start(String month, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Xms1g", "-Xmn400m", "-Xmx2g", "-XX:+UseSerialGC"));
    command.add("-Dlog4j2.configurationFile=classpath:log4j2.properties");
    command.add("-Dcountywise.log=" + folder.resolve("process.log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.countywise.cli.Main", "run", "--delivery=" + Workbench.sample()));
    command.addAll(List.of("--warehouse=" + warehouse, "--period=" + month, "--conf=" + conf()));
    command.addAll(List.of(options));
    command.addAll(families);
    return AtWork.start(new ProcessBuilder(command), folder, "run");
  }

  /** All in one folder. */
  static LocalRun in(Path folder, String... families) {
    return new LocalRun(folder, folder.resolve("warehouse"), List.of(families));
  }

  LocalRun(Path folder, Path warehouse, List<String> families) {
    this(folder, warehouse, folder.resolve("scratch"), families);
  }

  /** The same with its scratch elsewhere. */
  LocalRun scratching(Path elsewhere) {
    return new LocalRun(folder, warehouse, elsewhere, families);
  }

  private Path conf() {
    try {
      Files.createDirectories(scratch());
      return Files.writeString(folder.resolve("conf.yaml"), SETTINGS.formatted(scratch()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The warehouse as a reader sees it. */
  Warehouse open() {
    return Warehouse.open(Workbench.session(Warehouse.settings(warehouse.toString())));
  }

  /** The hashes of all releases by their ids; each was held against what it says. */
  Map<String, String> contents(WholeReleases whole) {
    Warehouse opened = open();
    String doubt = whole.doubt(opened);
    Map<String, String> contents = new TreeMap<>();
    opened.releases().stream()
        .filter(Warehouse.Listed::readable)
        .map(Warehouse.Listed::manifest)
        .forEach(of -> contents.put(of.release(), doubt.isEmpty() ? of.content() : doubt));
    return contents;
  }
}
