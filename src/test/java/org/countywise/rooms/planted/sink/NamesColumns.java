package org.countywise.rooms.planted.sink;

import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Planted: columns named where they may not be. */
public final class NamesColumns {
  private static final Function<String, Column> BY_REFERENCE = functions::column;

  private NamesColumns() {}

  public static Column region() {
    return functions.col("region_code");
  }

  public static Column named(String name) {
    return BY_REFERENCE.apply(name);
  }
}
