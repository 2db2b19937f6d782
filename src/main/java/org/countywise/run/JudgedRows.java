package org.countywise.run;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.quality.DeliveryKey;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.rows.Distribute;
import org.countywise.rows.EveryPeriod;
import org.countywise.rows.MonthlyTallies;
import org.countywise.rows.Relocate;
import org.countywise.rows.TallySources;
import org.countywise.rows.Width;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * The judged rows of every dataset, and where they lie. Nothing of it is computed before it is
 * asked for.
 *
 * @param rows by dataset; where the roster has findings, only those it needs
 * @param announced rows announced by dataset, period and unit; null where there are no control
 *     totals
 * @param findings what is wrong with the roster
 */
record JudgedRows(
    SparkSession spark,
    Calendar calendar,
    AcceptedRows rows,
    Ground ground,
    Map<DeliveryKey, Long> announced,
    List<Finding> findings,
    MonthlyTallies tallies,
    Width width) {

  Plan plan() {
    return calendar.plan();
  }

  /** The judged rows of a dataset. */
  Dataset<Row> rows(String dataset) {
    return rows.rows(dataset);
  }

  /** Rows of a dataset as they are measured: those without a date in every month. */
  Dataset<Row> measurable(Scan scan) {
    Dataset<Row> of = rows(scan.dataset());
    return isMeasuredInEveryPeriod(scan)
        ? new EveryPeriod(Calendar.periods(spark, calendar.months(scan)))
            .then(dated -> located(Rows.REGION).apply(dated))
            .apply(of)
        : of;
  }

  /** Whether rows of a dataset have no date and are counted. */
  static boolean isMeasuredInEveryPeriod(Scan scan) {
    return scan.kind() == Scan.Kind.REFERENCE && !scan.views().isEmpty();
  }

  RosterReader roster() {
    return new RosterReader(plan().regionScheme(), rows::accepted);
  }

  /** Puts rows that name an older code into the region it lies in that month. */
  Relocate located(Field region) {
    return new RegionRows(spark).located(ground.regionsByMonth(), region);
  }

  /** Regions of other months that lie elsewhere in a period. */
  Dataset<Row> moves() {
    return new RegionRows(spark).moves(ground.regionsByMonth());
  }

  /** What stands beside the rows of the requested months. */
  TallySources sources() {
    return sources(calendar.periods());
  }

  /** What stands beside the rows of every month that any step reads. */
  TallySources everyMonth() {
    return sources(plan().watch() == null ? calendar.periods() : calendar.ledger());
  }

  /** What stands beside the rows of some months. */
  TallySources sources(List<YearMonth> periods) {
    return new TallySources(rows.datasets(), tallies, periods, Set.of(), width);
  }

  /** The records of statistics that do not add up, by statistic. */
  Map<Distribution, Dataset<Row>> records() {
    Map<Distribution, Dataset<Row>> records = new LinkedHashMap<>();
    for (Distribution distribution : plan().distributions()) {
      Dataset<Row> of = rows.rows(distribution.dataset());
      records.put(distribution, Distribute.records(distribution, of, sources()));
    }
    return records;
  }
}
