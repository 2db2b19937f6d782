package org.countywise.quality;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.rows.OutlierShares;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.rows.Warnings;
import org.countywise.table.Cells;
import org.countywise.table.Rows;

/**
 * How many rows of a dataset, period and unit met the same judgement.
 *
 * @param unit empty where the row's region is not known
 * @param reason why they are rejected; empty for accepted rows
 * @param warnings what is strange about accepted ones, and of how many
 * @param samples keys of at most two rejected ones: personal; none where rows have no key
 */
public record RowCounts(
    String dataset,
    String period,
    String unit,
    String reason,
    long rows,
    Map<String, Long> warnings,
    List<String> samples) {

  /** What came of the rows of a dataset. */
  public static List<RowCounts> of(Scan scan, Dataset<Row> measured) {
    List<String> warnings = Warnings.of(scan);
    List<Column> sums = new ArrayList<>(List.of(sum(Rows.ROWS.column())));
    for (int i = 0; i < warnings.size(); i++) {
      sums.add(sum(Rows.warned(i).column()));
    }
    return measured
        .filter(Cells.DIMENSION.column().equalTo(""))
        .groupBy(Rows.PERIOD.column(), Rows.UNIT.column(), Rows.REASON.column())
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> of(scan, warnings, row))
        .toList();
  }

  private static RowCounts of(Scan scan, List<String> warnings, Row row) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < warnings.size(); i++) {
      if (row.getLong(4 + i) > 0) {
        counts.put(warnings.get(i), row.getLong(4 + i));
      }
    }
    return new RowCounts(
        scan.dataset(),
        text(row, 0),
        text(row, 1),
        text(row, 2),
        row.getLong(3),
        counts,
        List.of());
  }

  /** The same counts with the least and the greatest key of the rows they reject. */
  public static List<RowCounts> sampled(Scan scan, Dataset<Row> rows, List<RowCounts> rowCounts) {
    Column key = OutlierShares.key(scan);
    Map<List<String>, List<String>> samples = new HashMap<>();
    rows.filter(Rows.REASON.column().isNotNull())
        .groupBy(Rows.PERIOD.column(), Rows.UNIT.column(), Rows.REASON.column())
        .agg(min(key), max(key))
        .collectAsList()
        .forEach(
            row ->
                samples.put(
                    List.of(text(row, 0), text(row, 1), text(row, 2)),
                    Stream.of(row.getString(3), row.getString(4))
                        .filter(found -> !found.isEmpty())
                        .distinct()
                        .toList()));
    return rowCounts.stream()
        .map(v -> v.with(samples.getOrDefault(List.of(v.period, v.unit, v.reason), List.of())))
        .toList();
  }

  private RowCounts with(List<String> keys) {
    return new RowCounts(dataset, period, unit, reason, rows, warnings, keys);
  }

  private static String text(Row row, int i) {
    return row.isNullAt(i) ? "" : row.getString(i);
  }

  public boolean rejected() {
    return !reason.isEmpty() && !reason.equals(ResolveDuplicates.REPEATED);
  }
}
