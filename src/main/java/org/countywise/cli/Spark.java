package org.countywise.cli;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Warehouse;
import org.countywise.run.Sessions;

/**
 * Sessions of the commands. Each command has one of its own, so that it reaches its own warehouse
 * also where a command before it, in the same JVM, reached another.
 */
final class Spark {
  private Spark() {}

  /** A session without a warehouse. */
  static SparkSession open(Map<String, String> settings) {
    return open(settings, "");
  }

  /** A session that reaches a warehouse. */
  static SparkSession open(Map<String, String> settings, String warehouse) {
    Map<String, String> all = new TreeMap<>(settings);
    if (!warehouse.isEmpty()) {
      all.putAll(Warehouse.settings(warehouse, settings));
    }
    SparkSession session = Sessions.open(settings, warehouse).newSession();
    all.put("spark.sql.session.timeZone", "UTC");
    all.forEach(
        (name, value) -> {
          if (name.startsWith("spark.sql.catalog.") || session.conf().isModifiable(name)) {
            session.conf().set(name, value);
          }
        });
    return session;
  }
}
