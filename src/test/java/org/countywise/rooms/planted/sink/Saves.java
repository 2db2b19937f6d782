package org.countywise.rooms.planted.sink;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Planted: an action where it may be. */
public final class Saves {
  private Saves() {}

  public static void save(Dataset<Row> rows, String folder) {
    rows.write().parquet(folder);
  }
}
