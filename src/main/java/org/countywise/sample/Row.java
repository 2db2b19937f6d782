package org.countywise.sample;

import java.util.Arrays;

/** The values of a row, in the order of its table's columns; null where a value is unknown. */
final class Row {
  private final Object[] values;

  private Row(Object[] values) {
    this.values = values;
  }

  static Row of(Object... values) {
    return new Row(values);
  }

  Object get(int column) {
    return values[column];
  }

  int size() {
    return values.length;
  }

  long getLong(int column) {
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
