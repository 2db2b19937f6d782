package org.countywise.run;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Warehouse;

/** Makes the Spark session of a command. */
public final class Sessions {
  private Sessions() {}

  /**
   * A session that reaches a warehouse.
   *
   * @param settings Spark settings of conf/; a master given by {@code spark-submit} wins
   * @param warehouse folder of the warehouse; empty for a session without one
   * @throws org.countywise.release.WarehouseException when such a folder needs another catalog
   */
  public static SparkSession open(Map<String, String> settings, String warehouse) {
    SparkSession.Builder builder = SparkSession.builder().appName("countywise");
    // Kept rows are written down one by one, and Java's own serialization has many words for each.
    builder.config("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
    // Nothing that is kept refers to itself, and a table of what was seen is cleared for every row.
    builder.config("spark.kryo.referenceTracking", "false");
    // Kept rows lie on a disk: this codec has a checksum of every block of them, plain bytes have
    // none.
    builder.config("spark.rdd.compress", "true");
    builder.config("spark.io.compression.codec", "lz4");
    // Which line of the engine wrote a column helps no reader of a message, and each column would
    // take a picture of the stack to say so.
    builder.config("spark.sql.dataFrameQueryContext.enabled", "false");
    // Spark looks at many files in a job of its own, with a task for each, and each task reads
    // Hadoop's settings first: a few tasks that look at many files are quicker.
    builder.config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "64");
    settings.forEach(builder::config);
    builder.config("spark.sql.session.timeZone", "UTC");
    if (!warehouse.isEmpty()) {
      Warehouse.settings(warehouse, settings).forEach(builder::config);
    }
    return builder.getOrCreate();
  }

  /**
   * A session of the same context for many small jobs over a few rows each. Planning and compiling
   * is all their work: they get one partition, one plan and no generated code.
   */
  static SparkSession ofFewRows(SparkSession spark) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.session.timeZone", "UTC");
    session.conf().set("spark.sql.shuffle.partitions", "1");
    session.conf().set("spark.sql.adaptive.enabled", "false");
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    return session;
  }
}
