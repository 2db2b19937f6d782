package org.countywise.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
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
import org.countywise.rows.RejectedRows;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.rows.Warnings;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
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

  /**
   * What came of the rows of some datasets.
   *
   * @param measured as {@link org.countywise.rows.Measure} makes it, with {@link Parts#DATASET}
   */
  public static List<RowCounts> of(List<Scan> scans, Dataset<Row> measured) {
    int warned = scans.stream().mapToInt(scan -> Warnings.of(scan).size()).max().orElse(0);
    List<Column> sums = new ArrayList<>();
    for (int i = 0; i < warned; i++) {
      sums.add(coalesce(sum(Rows.warned(i).column()), lit(0L)));
    }
    Map<String, Scan> byName = new HashMap<>();
    scans.forEach(scan -> byName.put(scan.dataset(), scan));
    return measured
        .filter(Cells.DIMENSION.column().equalTo(""))
        .groupBy(Field.columns(Rows.PERIOD, Rows.UNIT, Rows.REASON, Parts.DATASET))
        .agg(sum(Rows.ROWS.column()), sums.toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> of(byName.get(row.getString(3)), row))
        .toList();
  }

  private static RowCounts of(Scan scan, Row row) {
    List<String> warnings = Warnings.of(scan);
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < warnings.size(); i++) {
      if (row.getLong(5 + i) > 0) {
        counts.put(warnings.get(i), row.getLong(5 + i));
      }
    }
    return new RowCounts(
        scan.dataset(),
        text(row, 0),
        text(row, 1),
        text(row, 2),
        row.getLong(4),
        counts,
        List.of());
  }

  /**
   * The same counts with the least and the greatest key of the rows they reject.
   *
   * @param rejected as {@link RejectedRows} has them
   */
  public static List<RowCounts> sampled(List<RowCounts> rowCounts, Dataset<Row> rejected) {
    Map<List<String>, List<String>> samples = new HashMap<>();
    rejected
        .groupBy(Field.columns(Parts.DATASET, Rows.PERIOD, Rows.UNIT, Rows.REASON))
        .agg(min(RejectedRows.KEY.column()), max(RejectedRows.KEY.column()))
        .collectAsList()
        .forEach(
            row ->
                samples.put(
                    List.of(text(row, 0), text(row, 1), text(row, 2), text(row, 3)),
                    Stream.of(row.getString(4), row.getString(5))
                        .filter(found -> !found.isEmpty())
                        .distinct()
                        .toList()));
    return rowCounts.stream()
        .map(
            v ->
                v.with(
                    samples.getOrDefault(
                        List.of(v.dataset, v.period, v.unit, v.reason), List.of())))
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
