package org.countywise.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.countywise.geography.RegionsByMonth;
import org.countywise.geography.Roster;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.quality.DeliveryKey;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.rows.MonthlyTallies;
import org.countywise.rows.RejectUnannounced;
import org.countywise.rows.Stage;
import org.countywise.rows.Width;
import org.countywise.store.KeptTallies;
import org.countywise.store.Reuse;

/**
 * Judges the rows of each dataset, after those it points to: the roster says where rows lie, and
 * the control totals who has delivered.
 */
record Judging(SparkSession spark, Reuse reuse, Input input, Steps steps, Width width) {

  /** Judges every dataset of the plan; none after a roster that has findings. */
  JudgedRows judged() {
    AcceptedRows rows = provenUnique();
    Ground ground = Ground.ofCodes(calendar());
    Map<DeliveryKey, Long> announced = null;
    for (Scan scan : plan().scans()) {
      steps.passing(scan.dataset());
      rows.add(scan, input.stored(scan), attest(scan, announced));
      if (RegionsByMonth.isCompletedBy(scan.dataset(), scheme())) {
        ground = Ground.of(regionsByMonth(rows));
        List<Finding> findings = new Roster(scheme(), ground.regionsByMonth()).findings();
        if (!findings.isEmpty()) {
          return judged(rows, ground, announced, findings);
        }
        RegionRows regions = new RegionRows(spark);
        rows.use(regions.tree(ground.tree()), regions.codes(scheme(), ground.regionsByMonth()));
      }
      if (plan().deliveryRules().isTotals(scan)) {
        announced =
            DeliveryKey.announced(plan().deliveryRules().totals(), rows.accepted(scan.dataset()));
      }
    }
    return judged(rows, ground, announced, List.of());
  }

  private AcceptedRows provenUnique() {
    List<Scan> scans = plan().scans();
    steps.at(Phase.READ, "prove keys", "keys", "proving that none occurs twice");
    AcceptedRows rows = new AcceptedRows(plan(), input.repeating(scans), width);
    String datasets = scans.size() + " datasets";
    steps.at(Phase.READ, "read " + datasets, "rows", "putting " + datasets + " beside each other");
    return rows;
  }

  private JudgedRows judged(
      AcceptedRows rows, Ground ground, Map<DeliveryKey, Long> announced, List<Finding> findings) {
    MonthlyTallies tallies =
        new MonthlyTallies(plan(), KeptTallies.of(calendar()).rows(reuse.tallies().found()));
    return new JudgedRows(spark, calendar(), rows, ground, announced, findings, tallies, width);
  }

  private Stage attest(Scan scan, Map<DeliveryKey, Long> announced) {
    boolean judged = announced != null && scan.kind() == Scan.Kind.PERIODIC && scan.hasRegion();
    return judged
        ? new RejectUnannounced(DeliveryKey.senders(spark, announced.keySet(), scan.dataset()))
        : rows -> rows;
  }

  private RegionsByMonth regionsByMonth(AcceptedRows rows) {
    Set<String> months = new TreeSet<>(calendar().months());
    months.addAll(calendar().names());
    plan().scans().stream()
        .filter(plan().deliveryRules()::isTotals)
        .flatMap(scan -> input.months(scan).stream())
        .filter(Calendar::isMonth)
        .forEach(months::add);
    RosterReader roster = new RosterReader(scheme(), rows::accepted);
    return new RegionsByMonth(calendar(), roster.roster(), roster.changes(), months);
  }

  private Calendar calendar() {
    return reuse.calendar();
  }

  private Plan plan() {
    return calendar().plan();
  }

  private RegionScheme scheme() {
    return plan().regionScheme();
  }
}
