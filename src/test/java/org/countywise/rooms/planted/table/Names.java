package org.countywise.rooms.planted.table;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Planted: columns named where they may be. */
public final class Names {
  private Names() {}

  public static Column region() {
    return functions.col("region_code");
  }
}
