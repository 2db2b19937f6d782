package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Deliveries;
import org.countywise.geography.Coverage;
import org.countywise.geography.Crosswalk;
import org.countywise.geography.RegionTree;
import org.countywise.geography.RegionsByMonth;
import org.countywise.geography.Roster;
import org.countywise.geography.TerritoryBreaks;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.geography.Unassigned;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.quality.DeliveryKey;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Shares;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.table.Checkpoints;

/**
 * From measures to values: which regions there are, who should have delivered and what lacks, and
 * then the cube.
 *
 * @param announced rows announced by dataset, period and unit; null where there are no control
 *     totals
 */
record Computation(
    SparkSession spark, Calendar calendar, Ground ground, Map<DeliveryKey, Long> announced) {

  /**
   * The regions rows lie in.
   *
   * @param tree the regions of every month
   * @param unassigned rows that stay under older codes
   */
  record Ground(Dataset<Row> tree, RegionsByMonth regionsByMonth, Unassigned unassigned) {}

  /**
   * What the rows came to.
   *
   * @param cells measures of every month needed
   * @param records of the statistics that are computed from them in every region
   * @param rowCounts how many rows were counted and rejected
   */
  record Measured(
      Dataset<Row> cells, Map<Distribution, Dataset<Row>> records, List<RowCounts> rowCounts) {}

  /**
   * The values.
   *
   * @param accepted gives the accepted rows of a dataset
   */
  Computed of(Measured measured, Function<String, Dataset<Row>> accepted, String release) {
    RegionTree known = new RegionTree(spark, calendar, ground.regionsByMonth());
    List<Row> members = known.members(accepted);
    Set<Crosswalk.RegionMonth> remnants = ground.unassigned().kept();
    Dataset<Row> places = Checkpoints.rows(known.of(ground.tree(), members, remnants));
    List<Row> upper = known.upper(places);
    List<Coverage.Unit> units = known.expected(upper, announced);
    List<Finding> findings =
        new ArrayList<>(
            new Roster(plan().regionScheme(), ground.regionsByMonth())
                .unknown(members, units, calendar.names()));
    findings.addAll(ground.unassigned().findings());
    TerritoryDelivery delivered = delivered(measured.rowCounts());
    Coverage coverage = Coverage.of(calendar, units, announced == null ? null : delivered);
    Reliability reliability = reliability(measured, units, coverage, delivered);
    findings.addAll(reliability.findings());
    Map<String, Set<String>> broken =
        new TerritoryBreaks(ground.regionsByMonth(), members, remnants).regions();
    Deliveries deliveries =
        new Deliveries(coverage.expected(), coverage.absences(), reliability.unreliable(), broken);
    Dataset<Row> moves = ground.regionsByMonth().moves();
    Values.Rolled rolled =
        new Values(spark, calendar, places, upper, coverage, deliveries, moves)
            .publish(measured.cells(), measured.records(), release);
    findings.addAll(Balances.of(plan(), rolled.parts(), coverage));
    return new Computed(
        rolled,
        places,
        coverage,
        delivered,
        () -> known.above(ground.tree(), members),
        broken,
        findings);
  }

  private Reliability reliability(
      Measured measured,
      List<Coverage.Unit> units,
      Coverage coverage,
      TerritoryDelivery delivered) {
    Shares shares = Shares.of(measured.rowCounts());
    RegionTree known = new RegionTree(spark, calendar, ground.regionsByMonth());
    Strays strays =
        new Strays(shares, delivered, units, () -> known.above(ground.tree(), List.of()));
    return new Reliability(calendar, units, shares, coverage, delivered, strays);
  }

  private TerritoryDelivery delivered(List<RowCounts> rowCounts) {
    Set<DeliveryKey> keys =
        announced == null
            ? Set.of()
            : DeliveryKey.delivered(
                announced.keySet(), plan().deliveryRules().surveys(), rowCounts);
    return new TerritoryDelivery(calendar, ground.regionsByMonth().relocation(), keys);
  }

  private Plan plan() {
    return calendar.plan();
  }
}
