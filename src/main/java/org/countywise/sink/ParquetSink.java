package org.countywise.sink;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Parquet files, columns as they are. */
public final class ParquetSink implements Sink {

  @Override
  public void write(Dataset<Row> table, String folder) {
    table.write().mode(SaveMode.Overwrite).parquet(folder);
  }
}
