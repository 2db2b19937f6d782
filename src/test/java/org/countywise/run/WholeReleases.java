package org.countywise.run;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;

/**
 * Whether releases say what their manifests say they do, and all of a month the same: for runs that
 * were killed, of a delivery that does not change.
 */
public final class WholeReleases {
  private static final Table VALUES = Table.restricted("indicator_value");

  private final Map<String, String> contents = new HashMap<>();

  /** What is wrong with a release that can be read; empty where nothing is. */
  public String doubt(Warehouse warehouse) {
    for (Warehouse.Listed listed : warehouse.releases()) {
      Manifest manifest = listed.manifest();
      Dataset<Row> mine =
          warehouse
              .read(VALUES, manifest)
              .orElseThrow()
              .where("release = '" + manifest.release() + "'");
      if (!Content.of(mine).hash().equals(manifest.content())) {
        return manifest.release() + " IS TORN";
      }
      String known = contents.putIfAbsent(manifest.periods().toString(), manifest.content());
      if (known != null && !known.equals(manifest.content())) {
        return manifest.release() + " DIFFERS";
      }
    }
    return "";
  }
}
