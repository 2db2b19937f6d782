package org.countywise.sink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A file of an export that is not there yet, on whatever disk Hadoop knows.
 *
 * @param settings what knows the disks
 */
record NewFile(String path, Configuration settings) {

  /** What fills a file. */
  interface Content<T> {
    void to(T out) throws IOException;
  }

  /** A file on a disk that the session of a table knows. */
  static NewFile beside(Dataset<Row> table, String path) {
    return new NewFile(path, table.sparkSession().sparkContext().hadoopConfiguration());
  }

  /** Writes text in UTF-8. */
  void text(Content<Writer> content) {
    bytes(
        out -> {
          try (Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            content.to(writer);
          }
        });
  }

  /** Writes bytes. */
  void bytes(Content<OutputStream> content) {
    Path file = new Path(path);
    try (OutputStream out = file.getFileSystem(settings).create(file, false)) {
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
