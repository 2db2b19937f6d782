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
 * @param tallies what they come to by month
 * @param periods months whose rows look back at others
 * @param months of the scan's rows; empty for every month
 * @param width in which the rows are reckoned with
 */
public record TallySources(
    Map<String, Dataset<Row>> datasets,
    MonthlyTallies tallies,
    List<YearMonth> periods,
    Set<String> months,
    Width width) {

  /** The same beside rows of some months only. */
  public TallySources beside(Set<String> others) {
    return new TallySources(datasets, tallies, periods, others, width);
  }

  /** The same beside rows of every month. */
  TallySources ofEveryMonth() {
    return beside(Set.of());
  }
}
