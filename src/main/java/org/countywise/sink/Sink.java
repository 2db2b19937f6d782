package org.countywise.sink;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One format. */
public interface Sink {

  /** Writes a table to a folder of its own, replacing what is there. */
  void write(Dataset<Row> table, String folder);
}
