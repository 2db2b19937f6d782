package org.countywise.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Intermediate rows that several later steps read. */
final class Kept {
  private Kept() {}

  /**
   * The same rows, computed once at their first use. Spark forgets how they were made, so that
   * plans of later steps stay small.
   */
  static Dataset<Row> rows(Dataset<Row> rows) {
    return rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK_SER());
  }
}
