package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.countywise.Workbench;
import org.countywise.cli.CatalogOfConf;
import org.countywise.release.Warehouse;
import org.countywise.release.WarehouseException;
import org.countywise.report.Outcome;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Delivery and warehouse in an object store that speaks S3, by Hadoop's client of it. */
@Tag("server")
class ObjectStoreTest {
  private static final String FOLDER = "s3a://countywise/national";

  private static ServerProcess store;
  private static DatabaseServer database;

  @BeforeAll
  static void startServers() {
    database = DatabaseServer.start();
    int port = ServerProcess.freePort();
    Path folder = Workbench.bench("object-store").folder();
    List<String> java =
        List.of(
            "-jar",
            jar("s3mock-"),
            "--com.adobe.testing.s3mock.http-port=" + port,
            "--server.port=" + ServerProcess.freePort(),
            "--com.adobe.testing.s3mock.store.initial-buckets=deliveries,countywise",
            "--com.adobe.testing.s3mock.store.root=" + folder);
    store = ServerProcess.start(folder, java, () -> ServerProcess.listens(port));
    Configuration hadoop = hadoop();
    hadoop.set("fs.s3a.endpoint", "http://127.0.0.1:" + port);
    hadoop.set("fs.s3a.endpoint.region", "us-east-1");
    hadoop.set("fs.s3a.path.style.access", "true");
    hadoop.set("fs.s3a.access.key", "a key that only tests have");
    hadoop.set("fs.s3a.secret.key", "a secret that only tests have");
  }

  private static String jar(String beginning) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> Path.of(jar).getFileName().toString().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  /** That of the context which all sessions of this process share. */
  private static Configuration hadoop() {
    return Workbench.session(Map.of()).sparkContext().hadoopConfiguration();
  }

  @AfterAll
  static void stopServers() {
    if (store != null) {
      store.close();
      List.of("endpoint", "endpoint.region", "path.style.access", "access.key", "secret.key")
          .forEach(name -> hadoop().unset("fs.s3a." + name));
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  void shouldPublishWhatALocalDiskWouldWhereADatabaseKnowsTheTables() {
    SeptemberWorks.upload(new org.apache.hadoop.fs.Path("s3a://deliveries/2020"), hadoop());
    Path conf =
        CatalogServers.write(
            Workbench.bench("object-store-conf").folder(), database.conf("national"));
    Map<String, String> settings = Warehouse.settings(FOLDER, CatalogOfConf.settings(conf));

    Outcome outcome =
        SeptemberWorks.run("s3a://deliveries/2020", settings, (subject, action) -> {});

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    Warehouse warehouse = Warehouse.open(Workbench.session(settings));
    assertThat(warehouse.release("").content()).isEqualTo(SeptemberWorks.localContent());
    assertThat(new WholeReleases().doubt(warehouse)).isEmpty();
    assertThat(places())
        .as("where the tables lie, for policies of the bucket")
        .hasSizeGreaterThan(10)
        .allMatch(
            place -> place.matches("(published|restricted)\\|" + FOLDER + "/\\1/\\w+/meta.*"));
  }

  private static List<String> places() {
    return database
        .postgres()
        .rows("select table_namespace, metadata_location from national.iceberg_tables");
  }

  @Test
  void shouldBeRefusedWithoutADatabase() {
    assertThatThrownBy(() -> Warehouse.settings(FOLDER))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("not known to be on s3a://");
  }
}
