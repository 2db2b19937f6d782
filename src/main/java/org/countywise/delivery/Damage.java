package org.countywise.delivery;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.xxhash64;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Finds every file whose values cannot be read, or whose rows are fewer than announced. It reads
 * all values, so it is for runs that have met such a file.
 */
public record Damage(SparkSession spark, Source source) {
  private static final Column FILE = Field.inside("_metadata", "file_path");

  private static final String PAGES = "pages";

  /** Of how many files of a layout the reason is looked for. */
  private static final int MOST = 10;

  /** Whether one of the files is known to be damaged, so that others may be. */
  public static boolean isKnown(Source source) {
    return source.findings().stream().anyMatch(Trouble::isOne);
  }

  /** A finding for each damaged file, the first ten with their reason. */
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    for (Batch batch : source.batches()) {
      Map<String, Long> read = read(batch);
      List<DataFile> damaged =
          batch.rows().entrySet().stream()
              .filter(file -> !file.getValue().equals(read.getOrDefault(key(file.getKey()), 0L)))
              .map(Map.Entry::getKey)
              .toList();
      for (int i = 0; i < damaged.size(); i++) {
        DataFile file = damaged.get(i);
        found.add(
            i < MOST
                ? finding(batch.of(file::equals), file, read.getOrDefault(key(file), 0L))
                : Trouble.finding(file, PAGES));
      }
    }
    return found;
  }

  /** Rows of each file up to what cannot be read, by its path. */
  private Map<String, Long> read(Batch batch) {
    Map<String, Long> rows = new HashMap<>();
    values(batch, spark.read().option("ignoreCorruptFiles", "true"))
        .collectAsList()
        .forEach(row -> rows.put(URI.create(row.getString(0)).getPath(), row.getLong(1)));
    return rows;
  }

  /** Counts rows by file in a way that no value can stay unread. */
  private static Dataset<Row> values(Batch batch, DataFrameReader reader) {
    Dataset<Row> stored = batch.stored(reader);
    Column[] all =
        java.util.Arrays.stream(stored.columns()).map(Field::declared).toArray(Column[]::new);
    return stored
        .groupBy(FILE)
        .agg(count(lit(1)).as(Rows.ROWS.name()), max(xxhash64(all)).as(Rows.FATE.name()));
  }

  private static String key(DataFile file) {
    return file.status().getPath().toUri().getPath();
  }

  private Finding finding(Batch alone, DataFile file, long read) {
    return failure(alone)
        .map(why -> Trouble.finding(why, file, PAGES))
        .orElseGet(() -> missing(file, alone.rows().get(file), read));
  }

  private Optional<Throwable> failure(Batch alone) {
    try {
      values(alone, spark.read()).collectAsList();
      return Optional.empty();
    } catch (Exception | LinkageError e) { // Spark throws checked ones that no signature declares
      return Optional.of(e);
    }
  }

  private static Finding missing(DataFile file, long announced, long read) {
    return file.about(FindingType.ROWS_READ)
        .rows(announced - read)
        .with("announced", announced)
        .with("read", read)
        .build();
  }
}
