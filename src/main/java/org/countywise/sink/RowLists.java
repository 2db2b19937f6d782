package org.countywise.sink;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of a table as lists of their fields, one partition in memory at a time. */
final class RowLists {
  private RowLists() {}

  static Iterator<List<Object>> of(Dataset<Row> table) {
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
