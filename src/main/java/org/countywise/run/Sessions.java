package org.countywise.run;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.countywise.store.Warehouse;

/** Makes the Spark session of a command. */
public final class Sessions {
  private Sessions() {}

  /**
   * A session that reaches a warehouse.
   *
   * @param settings Spark settings of conf/; a master given by {@code spark-submit} wins
   * @param warehouse folder of the warehouse; empty for a session without one
   */
  public static SparkSession open(Map<String, String> settings, String warehouse) {
    SparkSession.Builder builder = SparkSession.builder().appName("countywise");
    settings.forEach(builder::config);
    builder.config("spark.sql.session.timeZone", "UTC");
    if (!warehouse.isEmpty()) {
      Warehouse.settings(warehouse).forEach(builder::config);
    }
    return builder.getOrCreate();
  }
}
