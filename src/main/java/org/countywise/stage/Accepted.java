package org.countywise.stage;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.View;
import org.countywise.table.Rows;

/** The accepted rows of a view, with its tallies. */
final class Accepted {
  private Accepted() {}

  static Dataset<Row> rows(
      Dataset<Row> settled,
      String where,
      List<View.Tally> tallies,
      Map<String, Dataset<Row>> datasets) {
    Dataset<Row> rows = settled.filter(Rows.REASON.column().isNull());
    for (View.Tally tally : tallies) {
      rows = new Tally(tally, datasets).apply(rows);
    }
    return where.isEmpty() ? rows : rows.filter(expr(where));
  }
}
