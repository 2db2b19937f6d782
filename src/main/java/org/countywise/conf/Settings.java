package org.countywise.conf;

import java.util.Map;

/**
 * One file of {@code conf/}: how the engine runs. No setting may change a published value.
 *
 * @param spark Spark settings under their own names, such as {@code spark.sql.shuffle.partitions};
 *     never the Iceberg catalog, which follows from the warehouse
 * @param keep how many releases a warehouse keeps; older ones leave only their manifest
 */
public record Settings(Map<String, String> spark, Integer keep) {
  public Settings {
    spark = Map.copyOf(spark);
  }
}
