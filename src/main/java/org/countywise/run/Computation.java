package org.countywise.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Deliveries;
import org.countywise.geography.Coverage;
import org.countywise.geography.Crosswalk;
import org.countywise.geography.GroupMember;
import org.countywise.geography.Places;
import org.countywise.geography.Roster;
import org.countywise.geography.TerritoryBreaks;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.quality.DeliveryKey;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Shares;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;

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
   * @param members units of groups
   */
  Computed of(Measured measured, List<GroupMember> members, String release) {
    Set<Crosswalk.RegionMonth> remnants = ground.unassigned().kept();
    Places places = new Places(ground.regionsByMonth(), ground.tree(), members, remnants);
    List<Coverage.Unit> units = places.expected(announced);
    List<Finding> findings =
        new ArrayList<>(
            new Roster(plan().regionScheme(), ground.regionsByMonth()).unknown(members, units));
    findings.addAll(ground.unassigned().findings());
    TerritoryDelivery delivered = delivered(measured.rowCounts());
    Coverage coverage = Coverage.of(calendar, units, announced == null ? null : delivered);
    Reliability reliability = reliability(measured, units, coverage, delivered);
    findings.addAll(reliability.findings());
    Map<String, Set<String>> broken =
        new TerritoryBreaks(ground.regionsByMonth(), members, remnants).regions();
    Deliveries deliveries =
        new Deliveries(coverage.expected(), coverage.absences(), reliability.unreliable(), broken);
    RegionRows rows = new RegionRows(spark);
    Dataset<Row> placeRows = rows.places(places, calendar.names());
    Values.Rolled rolled =
        new Values(
                spark,
                calendar,
                places,
                placeRows,
                coverage,
                deliveries,
                rows.moves(ground.regionsByMonth()))
            .publish(measured.cells(), measured.records(), release);
    findings.addAll(Balances.of(plan(), rolled.parts(), coverage));
    return new Computed(rolled, places, placeRows, coverage, delivered, broken, findings);
  }

  private Reliability reliability(
      Measured measured,
      List<Coverage.Unit> units,
      Coverage coverage,
      TerritoryDelivery delivered) {
    Shares shares = Shares.of(measured.rowCounts());
    Strays strays = new Strays(shares, delivered, units, ground.tree().aboveUnits());
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
