package org.countywise.sink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables of a release as they are exported, each in one partition and in its order.
 *
 * @param release its id
 * @param audience who may read them
 * @param values {@code indicator_value}
 * @param indicators {@code dim_indicator}
 * @param regions {@code dim_region}
 * @param periods {@code dim_period}
 */
public record ReleaseTables(
    String release,
    Audience audience,
    Dataset<Row> values,
    Dataset<Row> indicators,
    Dataset<Row> regions,
    Dataset<Row> periods) {

  /** Who may read an export. */
  public enum Audience {
    EVERYBODY,

    /** Only who may read restricted tables: villages and hidden numbers are among the values. */
    RESTRICTED
  }

  /** All of them by name, the values last: who finds them finds the others beside them. */
  public Map<String, Dataset<Row>> byName() {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put("dim_indicator", indicators);
    tables.put("dim_region", regions);
    tables.put("dim_period", periods);
    tables.put("indicator_value", values);
    return tables;
  }
}
