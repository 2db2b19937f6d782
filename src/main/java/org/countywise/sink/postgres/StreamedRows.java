package org.countywise.sink.postgres;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a table one after the other, a bounded number of them in memory, and counted. */
final class StreamedRows implements Iterator<List<Object>> {
  private static final long AT_ONCE = 100_000;

  private final Iterator<Row> rows;
  private long count;

  private StreamedRows(Iterator<Row> rows) {
    this.rows = rows;
  }

  /** Spark brings one partition after the other to where they are read: each is kept small. */
  static StreamedRows of(Dataset<Row> table) {
    int partitions = Math.toIntExact(table.count() / AT_ONCE + 1);
    return new StreamedRows(table.repartition(partitions).toLocalIterator());
  }

  /** How many have been read. */
  long count() {
    return count;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public List<Object> next() {
    Row row = rows.next();
    count++;
    return IntStream.range(0, row.size()).<Object>mapToObj(row::get).toList();
  }
}
