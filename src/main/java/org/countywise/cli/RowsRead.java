package org.countywise.cli;

import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * How many rows Spark has read so far, from files and of those it keeps between steps. A row is
 * counted each time it is read, and how often that will be is known to nobody before.
 */
final class RowsRead extends SparkListener {
  private final LongAdder rows = new LongAdder();

  private RowsRead() {}

  /** Counts from now on. */
  static RowsRead in(SparkSession session) {
    RowsRead counter = new RowsRead();
    session.sparkContext().addSparkListener(counter);
    return counter;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    if (task.taskMetrics() != null) {
      rows.add(task.taskMetrics().inputMetrics().recordsRead());
    }
  }

  /** So far. */
  long soFar() {
    return rows.sum();
  }
}
