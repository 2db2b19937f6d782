package org.countywise.parquet;

import java.util.Arrays;

/** The values of a row, in the order of its table's columns; null where a value is unknown. */
public final class Row {
  private final Object[] values;

  private Row(Object[] values) {
    this.values = values;
  }

  /** A row of these values. */
  public static Row of(Object... values) {
    return new Row(values);
  }

  /** The value of a column, null where it is unknown. */
  public Object get(int column) {
    return values[column];
  }

  /** How many columns it has. */
  public int size() {
    return values.length;
  }

  /** The whole number in a column that has one. */
  public long getLong(int column) {
    return (long) values[column];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
