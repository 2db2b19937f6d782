package org.countywise.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.countywise.conf.CatalogKind;
import org.countywise.report.Manifest;

/**
 * The tables of one warehouse folder, which that folder itself knows, a database or a service.
 *
 * <p>Published: {@code indicator_value} of the levels that may be published, {@code dim_indicator},
 * {@code dim_region}, {@code dim_period}, {@code run_manifest}. Restricted, for the owner of the
 * folder only: {@code indicator_value} and {@code dim_region} of all levels, {@code finding},
 * {@code rejected_row}, {@code alert}, {@code alert_sweep}. A release is a state of all of them,
 * with a manifest.
 */
public final class Warehouse {
  /** Name of the Spark catalog that holds the warehouse's tables. */
  public static final String CATALOG = Catalog.NAME;

  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0700);

  private final SparkSession spark;
  private final References references;
  private final Manifests manifests;
  private final Releases releases;

  private Warehouse(SparkSession spark) {
    this.spark = spark;
    this.references = new References(spark);
    this.manifests = new Manifests(spark, references);
    this.releases = new Releases(references, manifests);
  }

  /** Settings of a Spark session that reaches the tables in a folder, however that is written. */
  public static Map<String, String> settings(String folder) {
    return settings(folder, Map.of());
  }

  /**
   * The same, where other settings of the session may name a catalog: {@code
   * spark.sql.catalog.countywise.type}, which is {@code hadoop}, {@code jdbc} or {@code rest}, and
   * what that needs.
   *
   * @throws WarehouseException when the folder lies where that catalog would lose releases
   */
  public static Map<String, String> settings(String folder, Map<String, String> given) {
    Catalog catalog = Catalog.of(folder, given);
    Storage.refuseByName(catalog);
    return catalog.ofSession();
  }

  /**
   * The warehouse that a session made with {@link #settings} reaches.
   *
   * @throws MovedException when it lies elsewhere than it was written
   * @throws WarehouseException when its storage or its catalog is another than it needs
   */
  public static Warehouse open(SparkSession spark) {
    new Entrance(spark).check();
    return new Warehouse(spark);
  }

  /**
   * Makes a warehouse that was moved, copied or restored whole where it lies.
   *
   * @return releases that were not wholly there and are taken back, oldest first
   * @throws IllegalArgumentException when no release is wholly there
   * @throws WarehouseException when something else than the folder knows its tables
   */
  public static List<String> adopt(SparkSession spark) {
    Catalog catalog = Catalog.of(spark);
    if (catalog.kind() != CatalogKind.HADOOP) {
      throw WarehouseException.of("not_adopted", catalog, "");
    }
    Adoption adoption = new Adoption(catalog.folder(), spark.sparkContext().hadoopConfiguration());
    adoption.perform();
    List<String> torn = open(spark).releases.takeBackTorn();
    adoption.forget();
    return torn;
  }

  /** A release as lists show it. */
  public record Listed(Manifest manifest, long published, boolean readable) {}

  /** All releases, oldest first, also those whose tables have been expired. */
  public List<Listed> releases() {
    KnownStates states = releases.states();
    return releases.all().stream()
        .map(m -> new Listed(m, states.published(m), states.readable(m)))
        .toList();
  }

  /** The manifest of the release that readers see. */
  public Optional<Manifest> latest() {
    return releases.latest();
  }

  /**
   * A release.
   *
   * @param wished an id, empty for the newest
   * @throws IllegalArgumentException when nothing is published or the release cannot be read
   */
  public Manifest release(String wished) {
    return releases.find(wished);
  }

  /**
   * The manifest of a release, also of one that has been expired.
   *
   * @throws IllegalArgumentException when there is no such release
   */
  public Manifest manifest(String release) {
    return releases.all().stream()
        .filter(manifest -> manifest.release().equals(release))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown release '" + release + "'"));
  }

  /** A table as a release left it; empty where the release has no such table. */
  public Optional<Dataset<Row>> read(Table table, Manifest release) {
    return Optional.ofNullable(release.tables().get(table.key()))
        .map(
            state -> spark.read().option("versionAsOf", String.valueOf(state)).table(table.path()));
  }

  /** Begins the release after the current one. */
  public Draft draft() {
    lock(Table.Space.RESTRICTED);
    return new Draft(spark, references, manifests, releases.current());
  }

  /** Closes the folder of a space to everybody but its owner, where the file system has owners. */
  private void lock(Table.Space space) {
    String warehouse = Catalog.of(spark).folder();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Path folder = new Path(warehouse, space.folder());
    try {
      if (!Storage.hasOwners(warehouse, hadoop)) {
        return;
      }
      FileSystem files = folder.getFileSystem(hadoop);
      if (files.mkdirs(folder) && !files.getFileStatus(folder).getPermission().equals(OWNER_ONLY)) {
        files.setPermission(folder, OWNER_ONLY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot close the folder " + folder + " of restricted tables to others", e);
    }
  }

  /**
   * Lets everybody who reads a table without naming a release see the newest one, and lets go of
   * old ones.
   *
   * @param most how many releases are kept
   */
  public void settle(int most) {
    releases.settle();
    releases.keep(most);
  }

  /** Keeps why a run published nothing, beside the releases, until the next run. */
  public void keepRefused(Map<Table, Dataset<Row>> tables) {
    lock(Table.Space.RESTRICTED);
    tables.forEach(
        (table, rows) -> {
          try {
            if (!references.exists(table)) {
              references.create(table, rows.schema(), List.of());
            }
            references.widen(table, rows.schema());
            rows.coalesce(1).writeTo(table.path()).overwrite(functions.lit(true));
          } catch (AnalysisException e) {
            throw new IllegalStateException(
                "another run changed " + table + " at the same time; run again", e);
          }
        });
  }

  /** A table as a run left it that published nothing; empty where the last run published. */
  public Optional<Dataset<Row>> refused(Table table) {
    Optional<Long> head =
        references.exists(table) ? references.head(table) : Optional.<Long>empty();
    boolean released =
        releases.all().stream()
            .anyMatch(m -> head.equals(Optional.ofNullable(m.tables().get(table.key()))));
    return head.isEmpty() || released ? Optional.empty() : Optional.of(lastRun(table));
  }

  /** A table as the last run left it, published or refused. */
  public Dataset<Row> lastRun(Table table) {
    return spark.table(table.path());
  }

  /** Rows made here, such as a selection that tables are joined with. */
  public Dataset<Row> rows(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, schema);
  }
}
