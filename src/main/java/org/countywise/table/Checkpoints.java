package org.countywise.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Intermediate rows that several later steps read. */
public final class Checkpoints {
  private Checkpoints() {}

  /**
   * Prepares a session for kept rows: Spark remembers what held for their columns under older names
   * and fails to find these where kept rows are united. Nothing is inferred from it here.
   */
  public static void prepare(SparkSession spark) {
    spark.conf().set("spark.sql.constraintPropagation.enabled", "false");
  }

  /**
   * The same rows, computed once at their first use. Spark forgets how they were made, so that
   * plans of later steps stay small.
   */
  public static Dataset<Row> rows(Dataset<Row> rows) {
    return rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK_SER());
  }

  /**
   * The same for a row per record: a month of a nation's persons is kept on disk, not in memory.
   */
  public static Dataset<Row> records(Dataset<Row> records) {
    return records.localCheckpoint(false, StorageLevel.DISK_ONLY());
  }
}
