package org.countywise.run;

import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.stage.Settle;
import org.countywise.stage.Warnings;
import org.countywise.table.Cells;
import org.countywise.table.Rows;

/**
 * How many rows of a dataset, period and unit met the same judgement.
 *
 * @param unit empty where the row's region is not known
 * @param reason why they are rejected; empty for accepted rows
 * @param warnings what is strange about accepted ones, and of how many
 */
record Verdict(
    String dataset,
    String period,
    String unit,
    String reason,
    long rows,
    Map<String, Long> warnings) {

  /** What came of the rows of a dataset. */
  static List<Verdict> of(Scan scan, Dataset<Row> measured) {
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

  private static Verdict of(Scan scan, List<String> warnings, Row row) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < warnings.size(); i++) {
      if (row.getLong(4 + i) > 0) {
        counts.put(warnings.get(i), row.getLong(4 + i));
      }
    }
    return new Verdict(
        scan.dataset(), text(row, 0), text(row, 1), text(row, 2), row.getLong(3), counts);
  }

  private static String text(Row row, int i) {
    return row.isNullAt(i) ? "" : row.getString(i);
  }

  boolean rejected() {
    return !reason.isEmpty() && !reason.equals(Settle.REPEATED);
  }
}
