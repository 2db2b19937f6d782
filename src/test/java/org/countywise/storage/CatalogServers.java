package org.countywise.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.cli.CatalogOfConf;
import org.countywise.release.Warehouse;

/** Benches whose warehouse is known by a server. */
final class CatalogServers {
  /** The variable of the password that the build puts into the environment of tests. */
  static final String PASSWORD = "COUNTYWISE_CATALOG_PASSWORD";

  /** The variable of the token. */
  static final String TOKEN = "COUNTYWISE_CATALOG_TOKEN";

  private static final String SPARK =
      """
      spark:
        spark.master: local[2]
        spark.driver.host: 127.0.0.1
        spark.driver.bindAddress: 127.0.0.1
        spark.ui.enabled: "false"
        spark.sql.shuffle.partitions: "2"
        spark.buffer.pageSize: 1m
        spark.sql.codegen.wholeStage: "false"
        spark.hadoop.fs.file.impl: org.countywise.release.LocalDisk
      keep: 36
      """;

  private static int warehouses;

  private CatalogServers() {}

  /** A bench in a fresh folder, with a warehouse of which its server knows nothing yet. */
  static Workbench.Bench bench(CatalogServer server, String name) {
    warehouses++;
    Path folder = Workbench.bench(name).folder();
    Path conf = write(folder, server.conf("w" + warehouses));
    return Workbench.bench(name, CatalogOfConf.settings(conf));
  }

  /** Writes the settings of a command, with lines that name a catalog. */
  static Path write(Path folder, String catalog) {
    try {
      return Files.writeString(
          folder.resolveSibling(folder.getFileName() + ".yaml"), SPARK + catalog);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of another session that reaches the bench's warehouse. */
  static Map<String, String> settings(Workbench.Bench bench) {
    return Warehouse.settings(
        bench.folder().resolve("warehouse").toString(), CatalogOfConf.settings(conf(bench)));
  }

  /** The settings of the bench's command. */
  static Path conf(Workbench.Bench bench) {
    return bench.folder().resolveSibling(bench.folder().getFileName() + ".yaml");
  }
}
