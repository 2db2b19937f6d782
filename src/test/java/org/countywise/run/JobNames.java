package org.countywise.run;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/** What Spark's UI calls the jobs and queries that start while it listens. */
final class JobNames extends SparkListener implements AutoCloseable {
  private static final long SECONDS_30 = 30_000;
  private final SparkSession spark;
  private final Set<String> jobs = new ConcurrentSkipListSet<>();
  private final Set<String> queries = new ConcurrentSkipListSet<>();

  JobNames(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(this);
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    jobs.add(job.properties().getProperty("spark.job.description", "no name"));
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart query) {
      queries.add(query.description());
    }
  }

  /** All jobs that started so far. */
  Set<String> jobs() throws Exception {
    spark.sparkContext().listenerBus().waitUntilEmpty(SECONDS_30);
    return Set.copyOf(jobs);
  }

  /** All queries that started so far. */
  Set<String> queries() throws Exception {
    spark.sparkContext().listenerBus().waitUntilEmpty(SECONDS_30);
    return Set.copyOf(queries);
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}
