package org.countywise.rows;

import java.util.Comparator;

/**
 * The rows of a dataset of one month.
 *
 * @param month {@code YYYY-MM}; empty for all rows of a dataset that has no periods
 */
public record Partition(String dataset, String month) implements Comparable<Partition> {
  private static final Comparator<Partition> ORDER =
      Comparator.comparing(Partition::dataset).thenComparing(Partition::month);

  @Override
  public int compareTo(Partition other) {
    return ORDER.compare(this, other);
  }
}
