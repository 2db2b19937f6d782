package org.countywise.rooms.planted.sink;

import org.apache.spark.sql.SparkSession;

/** Planted: a session made outside run. */
public final class OwnSession {
  private OwnSession() {}

  public static SparkSession session() {
    return SparkSession.builder().getOrCreate();
  }
}
