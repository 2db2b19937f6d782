package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.cli.CatalogOfConf;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.release.WarehouseException;
import org.countywise.report.PlainManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A catalog, a warehouse and its storage that do not belong together are refused. */
@Tag("server")
class RefusedCatalogsTest {
  private static DatabaseServer server;
  private static Path folder;
  private static String first;

  @BeforeAll
  static void publishOnce() {
    server = DatabaseServer.start();
    folder = Workbench.bench("refused-catalogs").folder();
    first = server.conf("first");
    publish(open("known", first));
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldRefuseTheTablesOfAnotherFolder() {
    assertThatThrownBy(() -> open("other", first))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("keeps the tables of the warehouse " + folder.resolve("known"))
        .hasMessageContaining("and --warehouse is " + folder.resolve("other"));
  }

  @Test
  void shouldRefuseAFolderWhoseReleasesTheCatalogDoesNotKnow() {
    String empty = server.conf("empty");

    assertThatThrownBy(() -> open("known", empty))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("holds releases that the catalog at jdbc:postgresql://")
        .hasMessageContaining("would begin again at r0001");
  }

  @Test
  void shouldRefuseAFolderThatAnotherKindOfCatalogWrote() {
    assertThatThrownBy(() -> open("known", "catalog: hadoop\n"))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("was written with catalog: jdbc or rest, and the settings say");

    publish(open("plain", "catalog: hadoop\n"));
    String later = server.conf("later");
    assertThatThrownBy(() -> open("plain", later))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining(
            "was written with catalog: hadoop, and the settings say catalog: jdbc");
  }

  @Test
  void shouldRefuseToAdopt() {
    SparkSession session = session("known", first);

    assertThatThrownBy(() -> Warehouse.adopt(session))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("cannot be adopted: with catalog: jdbc");
  }

  @Test
  void shouldSayThatASchemaIsMissing() {
    assertThatThrownBy(() -> open("none", server.confOf("nowhere")))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("create schema nowhere authorization \"writer\"");
  }

  @Test
  void shouldSayThatTheServerIsNotThereAndNotThePassword() {
    String wrong = first.replaceFirst(":\\d+/", ":1/");

    assertThatThrownBy(() -> open("known", wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot use the catalog at jdbc:postgresql://127.0.0.1:1/")
        .hasMessageContaining("COUNTYWISE_CATALOG_PASSWORD");
  }

  @Test
  void shouldKeepTheSecretOutOfAllSettings() {
    String secret = System.getenv(CatalogServers.PASSWORD);

    assertThat(secret).isNotBlank();
    assertThat(settings("known", first).values()).isNotEmpty().doesNotContain(secret);
    assertThat(settings("known", "catalog: rest\nrest: {uri: 'http://127.0.0.1:1'}\n"))
        .containsEntry("spark.sql.catalog.countywise.token", "env:" + CatalogServers.TOKEN);
  }

  private static Map<String, String> settings(String name, String catalog) {
    Path conf = CatalogServers.write(folder.resolve(name), catalog);
    return Warehouse.settings(folder.resolve(name).toString(), CatalogOfConf.settings(conf));
  }

  private static SparkSession session(String name, String catalog) {
    return Workbench.session(settings(name, catalog));
  }

  private static Warehouse open(String name, String catalog) {
    return Warehouse.open(session(name, catalog));
  }

  private static void publish(Warehouse warehouse) {
    try (Draft draft = warehouse.draft()) {
      draft.replace(
          Table.published("dim_period"),
          warehouse.rows(
              List.of(RowFactory.create("2020-07")), new StructType().add("period", "string")));
      draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
    }
    warehouse.settle(2);
  }
}
