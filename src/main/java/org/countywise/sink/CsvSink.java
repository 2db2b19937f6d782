package org.countywise.sink;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One CSV file a table, {@code <folder>/<table>/<table>.csv}, in the order of the rows.
 *
 * @param csv for whom
 */
public record CsvSink(Csv csv) implements Sink {

  @Override
  public void write(ReleaseTables tables, String folder) {
    tables.byName().forEach((name, table) -> write(table, folder + "/" + name));
  }

  /** Writes one table to a folder of its own. */
  void write(Dataset<Row> table, String folder) {
    String file = folder + "/" + new Path(folder).getName() + ".csv";
    NewFile.beside(table, file)
        .text(out -> csv.write(out, List.of(table.columns()), RowLists.of(table)));
  }
}
