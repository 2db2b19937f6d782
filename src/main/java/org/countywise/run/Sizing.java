package org.countywise.run;

import java.util.Collection;
import org.apache.spark.sql.SparkSession;
import org.countywise.source.Source;

/**
 * Fits the session to the rows that the footers announce: a small run has fewer shuffle partitions
 * than conf/ allows and is planned once, since re-planning after every step costs more than it
 * saves. No value depends on it.
 *
 * @param partitions most shuffle partitions
 * @param adaptive whether Spark may re-plan
 */
record Sizing(long partitions, String adaptive) {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final long ROWS_A_PARTITION = 250_000;
  private static final long SMALL = 2_000_000;

  /** What a session's settings allow. */
  static Sizing of(SparkSession spark) {
    return new Sizing(Long.parseLong(spark.conf().get(PARTITIONS)), spark.conf().get(ADAPTIVE));
  }

  void fit(SparkSession spark, Collection<Source> sources) {
    long rows =
        sources.stream()
            .flatMap(source -> source.rows().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    long fitting = Math.max(1, Math.min(partitions, rows / ROWS_A_PARTITION));
    spark.conf().set(PARTITIONS, String.valueOf(fitting));
    spark.conf().set(ADAPTIVE, rows < SMALL ? "false" : adaptive);
  }
}
