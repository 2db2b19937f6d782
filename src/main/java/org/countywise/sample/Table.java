package org.countywise.sample;

import java.util.List;
import java.util.stream.Stream;
import org.countywise.parquet.Row;

/** A periodic dataset of the delivery: its name, its columns, how often they change, its rows. */
record Table(String name, List<String> columns, Pace pace, Rows rows) {

  /** How often rows change. */
  enum Pace {
    MONTHLY,
    YEARLY
  }

  /** The rows of a village in a month, each in the order of the columns. */
  @FunctionalInterface
  interface Rows {
    Stream<Row> of(Community community, Month month);
  }

  /** A table whose columns are separated by blanks. */
  static Table monthly(String name, String columns, Rows rows) {
    return new Table(name, List.of(columns.split(" ", -1)), Pace.MONTHLY, rows);
  }

  /** A table whose rows are the same in all months of a year, but for the stories. */
  static Table yearly(String name, String columns, Rows rows) {
    return new Table(name, List.of(columns.split(" ", -1)), Pace.YEARLY, rows);
  }
}
