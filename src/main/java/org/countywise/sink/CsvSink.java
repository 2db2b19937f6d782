package org.countywise.sink;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** CSV files in UTF-8 with a header; null is an empty field and an empty text is {@code ""}. */
public final class CsvSink implements Sink {

  @Override
  public void write(Dataset<Row> table, String folder) {
    table
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", "true")
        .option("emptyValue", "\"\"")
        .option("nullValue", "")
        .csv(folder);
  }
}
