package org.countywise.sample;

import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** A story of the time, told by rows that take the place of drawn ones in one village. */
interface Story {
  /** Where it happens. */
  Village village();

  /** What happens, in a sentence or two, with the ids and months to look for. */
  String summary();

  /**
   * The rows of the village in a month, told.
   *
   * @param drawn the rows as chance drew them
   */
  Stream<Row> tell(String dataset, Month month, Stream<Row> drawn);

  /** Rows with those that have the id in a column replaced by told ones. */
  static Stream<Row> replace(Stream<Row> drawn, int column, long id, Stream<Row> told) {
    return Stream.concat(drawn.filter(row -> row.getLong(column) != id), told);
  }
}
