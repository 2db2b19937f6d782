package org.countywise.rows;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stands beside the rows of a scan.
 *
 * @param datasets settled rows by dataset
 * @param periods months whose rows look back at others
 * @param months of the scan's rows; empty for every month
 * @param width in which the rows are reckoned with
 */
public record TallySources(
    Map<String, Dataset<Row>> datasets, List<YearMonth> periods, Set<String> months, Width width) {
  /** What stands beside rows of any month. */
  public TallySources(Map<String, Dataset<Row>> datasets, List<YearMonth> periods, Width width) {
    this(datasets, periods, Set.of(), width);
  }

  /** Rows that are reckoned with in int64. */
  public TallySources(Map<String, Dataset<Row>> datasets, List<YearMonth> periods) {
    this(datasets, periods, Width.INT64);
  }

  /** The same beside rows of some months only. */
  public TallySources beside(Set<String> others) {
    return new TallySources(datasets, periods, others, width);
  }
}
