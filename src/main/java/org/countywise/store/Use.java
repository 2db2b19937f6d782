package org.countywise.store;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.rows.Partition;
import org.countywise.table.StoreEntry;

/**
 * That a release used an entry, which release made it, and what it held.
 *
 * @param table that has its rows
 * @param content how many rows it has, and the sum of their hashes
 */
record Use(String entry, String table, Partition of, String content, String made, String release) {

  /** A use as {@link StoreEntry} has it. */
  static Use of(Row row) {
    Partition of = new Partition(row.getString(2), row.getString(3));
    return new Use(
        row.getString(0),
        row.getString(1),
        of,
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }

  Use by(String other) {
    return new Use(entry, table, of, content, made, other);
  }

  /** The number before the hash. */
  long rows() {
    return Long.parseLong(content.replaceFirst(":.*", ""));
  }

  Row row() {
    return RowFactory.create(entry, table, of.dataset(), of.month(), content, made, release);
  }
}
