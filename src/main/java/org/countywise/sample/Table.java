package org.countywise.sample;

import java.io.Serializable;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * A periodic dataset of the delivery: its name, its columns as a Spark DDL string, about how many
 * rows a month has per household, and the rows themselves.
 */
record Table(String name, String ddl, double density, Rows rows) implements Serializable {

  /** The rows of a village in a month, in the order of the columns. */
  @FunctionalInterface
  interface Rows extends Serializable {
    Stream<Row> of(Village village, Month month);
  }
}
