package org.countywise.run;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Plan;
import org.countywise.report.Finding;
import org.countywise.stage.RollUp;
import org.countywise.table.Cells;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/** What did not add up: published totals that differ from their parts, and lost territory. */
final class Remainders {
  private Remainders() {}

  /** Findings about rolled-up parts. */
  static List<Finding> of(Plan plan, Dataset<Row> parts) {
    Column lost = Regions.REGION.column().equalTo("").and(RollUp.hasTerms());
    Column wanted = plan.hasTotals() ? lost.or(Parts.GAP.column().isNotNull()) : lost;
    List<Finding> found = new ArrayList<>();
    parts
        .filter(wanted)
        .select(
            Parts.INDICATOR.column(),
            Regions.PERIOD.column(),
            Regions.REGION.column(),
            Parts.GAP.column(),
            when(lost, lit("")).otherwise(Cells.BREAKDOWN.column()).as(Cells.BREAKDOWN.name()))
        .distinct()
        .sort(Parts.INDICATOR.column(), Regions.PERIOD.column(), Regions.REGION.column())
        .collectAsList()
        .forEach(row -> found.add(row.getString(2).isEmpty() ? lost(row) : gap(row)));
    return found;
  }

  private static Finding gap(Row row) {
    String breakdown = row.getString(4);
    return new Finding(
        "total_differs",
        "",
        row.getString(1),
        row.getString(2),
        Finding.Severity.ERROR,
        0,
        List.of(),
        row.getString(0)
            + (breakdown.isEmpty() ? "" : ", " + breakdown)
            + ": the published total differs from the sum of its parts by "
            + row.getDecimal(3).stripTrailingZeros().toPlainString()
            + "; ask the publisher which is right",
        breakdown);
  }

  private static Finding lost(Row row) {
    return new Finding(
        "region_gone",
        "",
        row.getString(1),
        "",
        Finding.Severity.ERROR,
        0,
        List.of(),
        row.getString(0)
            + ": earlier months that it takes hold rows of regions that the roster of this month does"
            + " not know, nor their counties; they are left out");
  }
}
