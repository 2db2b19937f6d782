package org.countywise.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** CSV files in UTF-8, each with a header; {@link Csv} says how a line looks. */
public record CsvSink(Csv.Use use) implements Sink {
  private static final String TEXT = ".txt";
  private static final String CSV = ".csv";

  @Override
  public void write(Dataset<Row> table, String folder) {
    List<String> names = List.of(table.columns());
    Csv.Use forWhom = use;
    MapPartitionsFunction<Row, String> lines = rows -> lines(new Csv(forWhom), names, rows);
    table
        .mapPartitions(lines, Encoders.STRING())
        .write()
        .mode(SaveMode.Overwrite)
        .option("lineSep", Csv.END)
        .text(folder);
    try {
      name(new Path(folder), table);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write CSV files to " + folder, e);
    }
  }

  private static Iterator<String> lines(Csv csv, List<String> names, Iterator<Row> rows) {
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        return !begun || rows.hasNext();
      }

      @Override
      public String next() {
        if (begun) {
          return csv.line(cells(rows.next()));
        }
        begun = true;
        return csv.head(names);
      }
    };
  }

  private static List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>();
    IntStream.range(0, row.length()).forEach(i -> cells.add(row.get(i)));
    return cells;
  }

  /** Names the files by what they hold; a table that no task wrote has its header all the same. */
  private void name(Path folder, Dataset<Row> table) throws IOException {
    FileSystem files =
        folder.getFileSystem(table.sparkSession().sparkContext().hadoopConfiguration());
    boolean written = false;
    for (FileStatus file : files.listStatus(folder)) {
      String name = file.getPath().getName();
      if (name.endsWith(TEXT) && file.getLen() > 0) {
        written = true;
        files.rename(file.getPath(), new Path(folder, name.replace(TEXT, CSV)));
      } else if (name.endsWith(TEXT)) {
        files.delete(file.getPath(), false);
      }
    }
    if (!written) {
      try (var out = files.create(new Path(folder, "part-00000" + CSV))) {
        String head = new Csv(use).head(List.of(table.columns())) + Csv.END;
        out.write(head.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
