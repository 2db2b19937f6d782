package org.countywise.table;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.storage.StorageLevel;

/** Intermediate rows that several later steps read. */
public final class Checkpoints {
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final AtomicLong KEPT = new AtomicLong();

  private Checkpoints() {}

  /**
   * Prepares a session for kept rows: Spark remembers what held for their columns under older names
   * and fails to find these where kept rows are united. Nothing is inferred from it here. Kept rows
   * lie in tasks by one column, and are joined there by that and others.
   */
  public static void prepare(SparkSession spark) {
    spark.conf().set("spark.sql.constraintPropagation.enabled", "false");
    spark.conf().set("spark.sql.requireAllClusterKeysForCoPartition", "false");
  }

  /**
   * The same rows, computed once at their first use. Spark forgets how they were made, so that
   * plans of later steps stay small.
   */
  public static Dataset<Row> rows(Dataset<Row> rows) {
    return rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK_SER());
  }

  /**
   * The same rows in as many tasks as a shuffle has; a task for each part costs more than cells.
   */
  public static Dataset<Row> inFewTasks(Dataset<Row> rows) {
    String tasks = rows.sparkSession().conf().get("spark.sql.shuffle.partitions");
    return rows.coalesce(Integer.parseInt(tasks));
  }

  /**
   * The same for a row per record: a month of a nation's persons is kept on disk, not in memory.
   *
   * <p>How the rows lie in tasks stays known, so that they are joined and tallied where they lie.
   * Spark forgets it where it plans anew between steps, and where it leaves out a column's renaming
   * to its own name; one that says what no column said before stays.
   */
  public static Dataset<Row> records(Dataset<Row> records) {
    Metadata kept = new MetadataBuilder().putLong("kept", KEPT.incrementAndGet()).build();
    Column[] columns =
        Stream.of(records.columns())
            .map(name -> Field.declared(name).as(name, kept))
            .toArray(Column[]::new);
    RuntimeConfig conf = records.sparkSession().conf();
    String adaptive = conf.get(ADAPTIVE);
    conf.set(ADAPTIVE, "false");
    try {
      return records.select(columns).localCheckpoint(false, StorageLevel.DISK_ONLY());
    } finally {
      conf.set(ADAPTIVE, adaptive);
    }
  }
}
