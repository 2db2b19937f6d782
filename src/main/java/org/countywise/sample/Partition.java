package org.countywise.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countywise.parquet.FileSchema;
import org.countywise.parquet.ParquetFile;
import org.countywise.parquet.Row;

/** The rows of a table in one month, in files of about a million, and how many each county has. */
final class Partition implements AutoCloseable {
  private static final long ROWS_PER_FILE = 1_000_000;

  private final Table table;
  private final Month month;
  private final FileSchema schema;
  private final Path folder;
  private final Map<County, Long> counts = new HashMap<>();
  private int files;
  private long rows;
  private ParquetFile file;

  Partition(Table table, Month month, FileSchema schema, Path folder) {
    this.table = table;
    this.month = month;
    this.schema = schema;
    this.folder = folder;
  }

  /** Appends the rows of villages; one thread at a time, so that rows lie in the same order. */
  void add(List<Community> communities) {
    for (Community community : communities) {
      long before = rows;
      table.rows().of(community, month).forEach(this::write);
      counts.merge(community.village().county(), rows - before, Long::sum);
      if (rows >= ROWS_PER_FILE) {
        close();
      }
    }
  }

  private void write(Row row) {
    if (file == null) {
      file = ParquetFile.create(folder.resolve(ParquetFile.name(files++)), schema);
    }
    file.write(row);
    rows++;
  }

  Month month() {
    return month;
  }

  /** The control total of a county. */
  long rowsOf(County county) {
    return counts.getOrDefault(county, 0L);
  }

  /** Puts the same files into the folder of another month. */
  void copyTo(Path other) {
    if (files == 0) {
      return;
    }
    try (Stream<Path> written = Files.list(folder)) {
      Files.createDirectories(other);
      for (Path one : written.toList()) {
        Files.copy(one, other.resolve(one.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + folder + " to " + other, e);
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
      file = null;
      rows = 0;
    }
  }
}
