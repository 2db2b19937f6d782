package org.countywise.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.countywise.conf.CatalogKind;

/**
 * What is looked at before a warehouse is read: that its storage is fit for its catalog, and that
 * the catalog is the one it was written with.
 */
final class Entrance {
  private static final Table MANIFESTS = Table.published("run_manifest");

  private final References references;
  private final Catalog catalog;
  private final Configuration hadoop;

  Entrance(SparkSession spark) {
    this.references = new References(spark);
    this.catalog = Catalog.of(spark);
    this.hadoop = spark.sparkContext().hadoopConfiguration();
  }

  /** What a sentence about an unreachable catalog has to name. */
  public record Unreachable(String kind, String uri, String said) {}

  /**
   * Refuses a warehouse that cannot be used as it was named.
   *
   * @throws WarehouseException when it cannot
   */
  void check() {
    try {
      Storage.refuse(catalog, hadoop);
      if (catalog.kind() == CatalogKind.HADOOP) {
        checkFolder();
      } else {
        checkRegistered();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the warehouse " + catalog.folder(), e);
    }
  }

  private void checkFolder() throws IOException {
    adoption().refuseMoved();
    TableFolder manifests = manifests();
    if (manifests.newest().isEmpty() && manifests.isRegistered()) {
      throw WarehouseException.of("other_catalog", catalog, "jdbc or rest");
    }
  }

  private void checkRegistered() throws IOException {
    Optional<String> known = registered();
    if (known.isPresent()) {
      String found = new Path(known.get()).getParent().getParent().toString();
      if (!Storage.same(found, catalog.folder(), hadoop)) {
        throw WarehouseException.of("elsewhere", catalog, found);
      }
    } else if (manifests().newest().isPresent()) {
      throw WarehouseException.of("other_catalog", catalog, CatalogKind.HADOOP.word());
    } else if (manifests().isRegistered()) {
      throw WarehouseException.of("unknown_tables", catalog, "");
    }
  }

  /** Where the table of manifests lies, as the catalog says. */
  private Optional<String> registered() {
    try {
      if (catalog.kind() == CatalogKind.JDBC) {
        new CatalogTables(catalog).makeMissing();
      }
      return references.exists(MANIFESTS)
          ? Optional.of(references.place(MANIFESTS))
          : Optional.empty();
    } catch (WarehouseException refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw unreachable(e);
    }
  }

  private IllegalStateException unreachable(RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    Unreachable named = new Unreachable(catalog.kind().word(), catalog.uri(), said);
    IllegalStateException failure =
        new IllegalStateException(WarehouseException.words("unreachable", named));
    failure.addSuppressed(e);
    return failure;
  }

  private Adoption adoption() {
    return new Adoption(catalog.folder(), hadoop);
  }

  private TableFolder manifests() throws IOException {
    return new TableFolder(new Path(catalog.place(MANIFESTS)), hadoop);
  }
}
