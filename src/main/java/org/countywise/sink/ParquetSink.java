package org.countywise.sink;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * A star schema of Parquet files, {@code <folder>/<table>/part-….parquet}, columns as they are. The
 * name of a file is never used twice: who has listed the files of an export reads these or none.
 */
public final class ParquetSink implements Sink {

  @Override
  public void write(ReleaseTables tables, String folder) {
    tables.byName().forEach((name, table) -> write(table, folder + "/" + name));
  }

  /** Writes one table to a folder of its own, replacing what is there. */
  public void write(Dataset<Row> table, String folder) {
    table.write().mode(SaveMode.Overwrite).parquet(folder);
  }
}
