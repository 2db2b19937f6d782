package org.countywise.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which catalogs a file system is fit for. */
class StorageTest {
  private static final String TYPE = "spark.sql.catalog.countywise.type";

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "s3", "gs", "abfs", "abfss", "oss", "wasbs", "S3A", "unheard"})
  void shouldRefuseStoresWithoutAnAtomicRenameUnlessSomethingElseKnowsTheTables(String scheme) {
    String folder = scheme + "://bucket/warehouse";

    assertThatThrownBy(() -> Warehouse.settings(folder))
        .isInstanceOf(WarehouseException.class)
        .hasMessageStartingWith("the warehouse " + folder + " is refused: with catalog: hadoop")
        .hasMessageContaining("not known to be on " + scheme + "://")
        .hasMessageContaining("catalog: jdbc or catalog: rest")
        .hasMessageContaining("docs/storage.md");
    assertThat(Warehouse.settings(folder, Map.of(TYPE, "jdbc")))
        .containsEntry("spark.sql.catalog.countywise.warehouse", folder);
    assertThat(Warehouse.settings(folder, Map.of(TYPE, "rest")))
        .containsEntry("spark.sql.catalog.countywise.folder", folder)
        .doesNotContainKey("spark.sql.catalog.countywise.warehouse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs://cluster/w", "hdfs:///w", "viewfs://cluster/w", "/w", "file:/w"})
  void shouldTakeLocalDisksAndHdfs(String folder) {
    assertThat(Warehouse.settings(folder)).containsEntry(TYPE, "hadoop");
  }

  @Test
  void shouldLookThroughAMount(@TempDir Path disk) throws IOException {
    Files.createDirectories(disk.resolve("there"));
    Configuration hadoop = new Configuration(false);
    hadoop.set("fs.viewfs.impl", "org.apache.hadoop.fs.viewfs.ViewFileSystem");
    hadoop.set("fs.file.impl", "org.apache.hadoop.fs.LocalFileSystem");
    hadoop.set("fs.viewfs.mounttable.m.link./disk", disk.toUri().toString());

    Catalog catalog = Catalog.of("viewfs://m/disk/there/warehouse", Map.of());

    Storage.refuse(catalog, hadoop);
    assertThat(Storage.hasOwners(catalog.folder(), hadoop)).isTrue();
  }

  @Test
  void shouldSayWhichClientIsMissing() {
    Configuration hadoop = new Configuration(false);
    Catalog unheard = Catalog.of("unheard://bucket/w", Map.of(TYPE, "jdbc"));
    hadoop.set("fs.store.impl", "org.example.Missing");
    Catalog store = Catalog.of("store://bucket/w", Map.of(TYPE, "rest"));

    for (Catalog catalog : List.of(unheard, store)) {
      assertThatThrownBy(() -> Storage.refuse(catalog, hadoop))
          .isInstanceOf(WarehouseException.class)
          .hasMessageStartingWith("the warehouse " + catalog.folder() + " is on ")
          .hasMessageContaining("hadoop-aws");
    }
  }

  @Test
  void shouldKnowAFolderByEachOfItsNames() {
    Configuration hadoop = new Configuration(false);
    hadoop.set("fs.defaultFS", "hdfs://name:8020");

    assertThat(Storage.same("hdfs:///w", "hdfs://name:8020/w", hadoop)).isTrue();
    assertThat(Storage.same("/w", "hdfs://name:8020/w/", hadoop)).isTrue();
    assertThat(Storage.same("hdfs://other:8020/w", "hdfs:///w", hadoop)).isFalse();
    assertThat(Storage.same("file:/w", "/w", hadoop)).isFalse();
  }
}
