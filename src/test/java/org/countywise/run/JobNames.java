package org.countywise.run;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/** What Spark's UI calls the jobs that start while it listens. */
final class JobNames extends SparkListener implements AutoCloseable {
  private static final long SECONDS_30 = 30_000;
  private final SparkSession spark;
  private final Set<String> names = new ConcurrentSkipListSet<>();

  JobNames(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(this);
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    names.add(job.properties().getProperty("spark.job.description", "no name"));
  }

  /** All that started so far. */
  Set<String> soFar() throws Exception {
    spark.sparkContext().listenerBus().waitUntilEmpty(SECONDS_30);
    return Set.copyOf(names);
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(this);
  }
}
