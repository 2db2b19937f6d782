package org.countywise.release;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.countywise.report.Manifest;
import org.countywise.table.RunManifest;

/** The table of manifests: a release is there from the moment its manifest is. */
record Manifests(SparkSession spark, References references) {
  private static final Table TABLE = Table.published("run_manifest");

  /** Every manifest, in no order. */
  List<Manifest> all() {
    return references.exists(TABLE)
        ? spark.table(TABLE.path()).collectAsList().stream()
            .map(row -> Manifest.of(row.getString(1)))
            .toList()
        : List.of();
  }

  /** The state to which {@link #add} compares; empty where nothing was published. */
  Optional<Long> state() {
    if (!references.exists(TABLE)) {
      references.create(TABLE, RunManifest.SCHEMA, List.of());
    }
    return references.head(TABLE);
  }

  /** Removes the manifests of releases. */
  void remove(List<String> releases) {
    releases.forEach(release -> references.remove(TABLE, RunManifest.RELEASE.name(), release));
  }

  /**
   * Publishes: adds a manifest, unless a release of the same id came since the state.
   *
   * @throws RaceException when it did
   */
  void add(Manifest manifest, Optional<Long> since) {
    Dataset<Row> row =
        spark
            .createDataFrame(
                List.of(RowFactory.create(manifest.release(), manifest.json())), RunManifest.SCHEMA)
            .coalesce(1);
    var write = row.writeTo(TABLE.path()).option("isolation-level", "serializable");
    since.ifPresent(state -> write.option("validate-from-snapshot-id", String.valueOf(state)));
    try {
      write.overwrite(RunManifest.RELEASE.column().equalTo(functions.lit(manifest.release())));
    } catch (AnalysisException e) {
      throw new IllegalStateException("the table " + TABLE + " is gone", e);
    } catch (org.apache.iceberg.exceptions.ValidationException e) {
      throw new RaceException(manifest.release(), e);
    }
  }
}
