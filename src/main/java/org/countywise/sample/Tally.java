package org.countywise.sample;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts rows where they are written. Spark applies the count of a task once, however often the
 * task is tried, because the rows are written by the last stage of their job.
 */
final class Tally extends AccumulatorV2<Tally.Count, Map<Tally.Key, Long>> {
  private static final long serialVersionUID = 1L;

  /** A cell of the control totals. */
  record Key(String dataset, String county, int month) implements Serializable {}

  /** Rows to add to a cell. */
  record Count(Key key, long rows) {}

  private final Map<Key, Long> counts = new ConcurrentHashMap<>();

  @Override
  public boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public Tally copy() {
    Tally copy = new Tally();
    copy.merge(this);
    return copy;
  }

  @Override
  public void reset() {
    counts.clear();
  }

  @Override
  public void add(Count count) {
    counts.merge(count.key(), count.rows(), Long::sum);
  }

  @Override
  public void merge(AccumulatorV2<Count, Map<Key, Long>> other) {
    other.value().forEach((key, rows) -> add(new Count(key, rows)));
  }

  @Override
  public Map<Key, Long> value() {
    return counts;
  }
}
