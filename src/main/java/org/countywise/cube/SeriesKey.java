package org.countywise.cube;

/**
 * What is published of a region and period.
 *
 * @param breakdown {@code name=value}, empty for the total
 */
public record SeriesKey(String indicator, String breakdown) {
  /** The series without breakdown. */
  SeriesKey total() {
    return new SeriesKey(indicator, "");
  }

  boolean isTotal() {
    return breakdown.isEmpty();
  }
}
