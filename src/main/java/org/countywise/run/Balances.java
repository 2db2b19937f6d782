package org.countywise.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;
import org.countywise.stage.RollUp;
import org.countywise.table.Cells;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/** Sums of measures that should be zero in every unit and are not. */
final class Balances {
  private Balances() {}

  /**
   * A finding for every unit, period and category whose books are not right; units that lack a
   * dataset or month of the sum are not judged.
   *
   * @param parts rolled up, kept
   */
  static List<Finding> of(Plan plan, Dataset<Row> parts, Coverage coverage) {
    if (plan.balances().isEmpty()) {
      return List.of();
    }
    Map<String, Derivation> balances = new TreeMap<>();
    plan.balances().forEach(balance -> balances.put(balance.indicator(), balance));
    Column wrong =
        Parts.INDICATOR
            .column()
            .isin(balances.keySet().toArray())
            .and(Regions.LEVEL.column().equalTo(plan.territory().unit()))
            .and(RollUp.numerator().notEqual(0));
    List<Finding> found = new ArrayList<>();
    parts
        .filter(wrong)
        .select(
            Parts.INDICATOR.column(),
            Regions.PERIOD.column(),
            Regions.REGION.column(),
            Cells.BREAKDOWN.column(),
            RollUp.numerator())
        .sort(Parts.INDICATOR.column(), Regions.PERIOD.column(), Regions.REGION.column())
        .collectAsList()
        .stream()
        .filter(row -> !coverage.lacks(row.getString(0), row.getString(1), row.getString(2)))
        .forEach(row -> found.add(finding(balances.get(row.getString(0)), row)));
    return found;
  }

  private static Finding finding(Derivation balance, Row row) {
    BigDecimal difference = row.getDecimal(4);
    String where = row.getString(3).isEmpty() ? "" : ", " + row.getString(3);
    return new Finding(
        "balance",
        balance.numerator().needs().iterator().next().dataset(),
        row.getString(1),
        row.getString(2),
        Finding.Severity.ERROR,
        0,
        List.of(),
        balance.titleEn()
            + where
            + ": "
            + balance.numerator()
            + " is "
            + difference.stripTrailingZeros().toPlainString()
            + " and should be 0; ask the county which rows were changed or left out",
        row.getString(3));
  }
}
