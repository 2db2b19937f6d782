package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Disclosure;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.protect.Cell;
import org.countywise.stage.Distribute;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/** Statistics of so few records that they would tell of single ones. */
final class FewRecords {
  private FewRecords() {}

  /**
   * Their rows.
   *
   * @param parts what all rows were made of
   */
  static Set<Cell.Key> in(Plan plan, Dataset<Row> parts) {
    List<String> statistics = plan.distributions().stream().map(Distribution::indicator).toList();
    Set<Cell.Key> few = new TreeSet<>();
    for (Disclosure.Rule rule : plan.disclosure().rules()) {
      String indicator = rule.indicator().indicator();
      if (statistics.contains(indicator) && rule.minCount() > 0) {
        few.addAll(of(indicator, rule.minCount(), parts));
      }
    }
    return few;
  }

  private static List<Cell.Key> of(String indicator, int minCount, Dataset<Row> parts) {
    List<Cell.Key> few = new ArrayList<>();
    parts
        .filter(Parts.INDICATOR.column().equalTo(indicator))
        .filter(Distribute.records().gt(0).and(Distribute.records().lt(minCount)))
        .select(Field.columns(Cells.PERIOD, Regions.REGION, Cells.BREAKDOWN))
        .collectAsList()
        .forEach(
            row ->
                few.add(
                    new Cell.Key(indicator, row.getString(1), row.getString(0), row.getString(2))));
    return few;
  }
}
