package org.countywise.rooms.planted.rows;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Planted: Spark actions in a step over rows. */
public final class Acts {
  private Acts() {}

  public static long size(Dataset<Row> rows) {
    return rows.count();
  }

  public static Runnable saving(Dataset<Row> rows) {
    return () -> rows.write().parquet("somewhere");
  }

  public static Function<Dataset<Row>, List<Row>> collecting() {
    return Dataset::collectAsList;
  }
}
