package org.countywise.run;

import java.util.Collection;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.Source;

/**
 * Fits the session to the rows that the footers announce: a small run has fewer shuffle partitions
 * than conf/ allows and is planned once, since re-planning after every step costs more than it
 * saves. No value depends on it.
 *
 * @param partitions most shuffle partitions
 * @param adaptive whether Spark may re-plan
 * @param rowsPerPartition fewest rows that are worth a shuffle partition
 */
record Sizing(long partitions, String adaptive, long rowsPerPartition) {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final String ROWS = "spark.countywise.rowsPerPartition";
  private static final String ROWS_UNLESS_SET = "250000";

  /** Fewer partitions' worth of rows are planned once. */
  private static final long SMALL = 8;

  /** What a session's settings allow. */
  static Sizing of(SparkSession spark) {
    return new Sizing(
        Long.parseLong(spark.conf().get(PARTITIONS)),
        spark.conf().get(ADAPTIVE),
        Math.max(1, Long.parseLong(spark.conf().get(ROWS, ROWS_UNLESS_SET))));
  }

  /** Whether planning is most of the work for so many rows. */
  boolean isSmall(Collection<Source> sources) {
    return rows(sources) < SMALL * rowsPerPartition;
  }

  private static long rows(Collection<Source> sources) {
    return sources.stream()
        .flatMap(source -> source.rows().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  void fit(SparkSession spark, Collection<Source> sources) {
    long rows = rows(sources);
    long fitting = Math.max(1, Math.min(partitions, rows / rowsPerPartition));
    spark.conf().set(PARTITIONS, String.valueOf(fitting));
    spark.conf().set(ADAPTIVE, isSmall(sources) ? "false" : adaptive);
  }
}
