package org.countywise.sink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One CSV file a table, {@code <folder>/<table>.csv}, in the order of the rows.
 *
 * @param csv for whom
 */
public record CsvSink(Csv csv) implements Sink {

  @Override
  public void write(Dataset<Row> table, String folder) {
    Path target = new Path(folder);
    Path draft = target.suffix(".writing");
    try {
      FileSystem files =
          target.getFileSystem(table.sparkSession().sparkContext().hadoopConfiguration());
      files.delete(draft, true);
      Path file = new Path(draft, target.getName() + ".csv");
      try (Writer out =
          new BufferedWriter(new OutputStreamWriter(files.create(file), StandardCharsets.UTF_8))) {
        csv.write(out, List.of(table.columns()), rows(table));
      }
      files.delete(target, true);
      if (!files.rename(draft, target)) {
        throw new IOException("cannot rename " + draft + " to " + target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder, e);
    }
  }

  private static Iterator<List<Object>> rows(Dataset<Row> table) {
    Iterator<Row> rows = table.toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<Object> next() {
        Row row = rows.next();
        return IntStream.range(0, row.size()).<Object>mapToObj(row::get).toList();
      }
    };
  }
}
