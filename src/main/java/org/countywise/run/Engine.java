package org.countywise.run;

import org.apache.spark.sql.SparkSession;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;
import org.countywise.store.Reuse;
import org.countywise.table.Checkpoints;

/**
 * The path of the records: judged, measured, and from there derived and rolled up.
 *
 * @param reuse what is known of rows, which then are not read
 */
record Engine(SparkSession spark, Reuse reuse, Input input, Steps steps, Width width) {

  Engine {
    Checkpoints.prepare(spark);
  }

  /** An engine that reads all rows. */
  Engine(SparkSession spark, Calendar calendar, Input input, Progress progress, Width width) {
    this(
        spark,
        Reuse.nothing(calendar),
        input,
        new Steps(spark, progress).of(calendar.names()),
        width);
  }

  /** An engine that reads all rows of a delivery. */
  static Engine of(SparkSession spark, OpenedDelivery opened, Progress progress, Width width) {
    Files files = new Files(spark, opened.sources());
    return new Engine(spark, opened.calendar(), files, progress, width);
  }

  /** Judges the rows of every dataset; nothing is computed before it is asked for. */
  JudgedRows judge() {
    return new Judging(spark, reuse, input, steps, width).judged();
  }

  /** Judges and measures the rows of every dataset. */
  MeasuredRows measure() {
    return new Measuring(judge(), reuse, steps).measured();
  }

  /** What later runs need not do again of what was measured. */
  Leaving leaving(MeasuredRows measured) {
    return new Leaving(measured, reuse);
  }
}
