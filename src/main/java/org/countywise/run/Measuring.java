package org.countywise.run;

import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.geography.RegionTree;
import org.countywise.geography.Unassigned;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.quality.RowCounts;
import org.countywise.rows.Combine;
import org.countywise.rows.RejectedRows;
import org.countywise.store.Reuse;
import org.countywise.table.Alerts;
import org.countywise.table.Cells;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** Measures judged rows, all datasets in one query, so that few rows do not pay for many. */
record Measuring(JudgedRows judged, Reuse reuse, Steps steps) {

  /** Only the roster is judged where that, which says where rows lie, has findings. */
  MeasuredRows measured() {
    if (!judged.findings().isEmpty()) {
      List<Scan> roster = List.of(plan().scan(plan().regionScheme().roster().dataset()));
      MeasuredRows.Counted counted = counted(roster, measure(roster));
      return new MeasuredRows(
          judged, roster, judged.ground(), noCells(), counted, Optional.empty());
    }
    List<Scan> scans = plan().measuring();
    Optional<Dataset<Row>> fresh = measure(scans);
    MeasuredRows.Counted counted = counted(scans, fresh);
    List<Dataset<Row>> cells = new ArrayList<>();
    cells.add(cells(all(fresh).filter(Rows.COUNTS.column())));
    Optional<EarlyWarning> earlyWarning = watch();
    earlyWarning.ifPresent(warning -> cells.add(cells(warning.measured())));
    Dataset<Row> together =
        Checkpoints.inFewTasks(cells.stream().reduce(Dataset::unionByName).orElseThrow());
    Ground ground = judged.ground().with(tree(together));
    return new MeasuredRows(
        judged, scans, ground, combined(together, ground.tree()), counted, earlyWarning);
  }

  private Plan plan() {
    return judged.plan();
  }

  private RegionTree tree(Dataset<Row> cells) {
    return judged.ground().regionsByMonth().isOfCodes()
        ? judged.ground().regionsByMonth().treeOf(judged.roster().codes(cells))
        : judged.ground().unassigned().tree();
  }

  /** The cells with those of measures that are made of others. */
  private Dataset<Row> combined(Dataset<Row> cells, RegionTree tree) {
    if (plan().composites().isEmpty()) {
      return cells;
    }
    Dataset<Row> units =
        new RegionRows(judged.spark())
            .tree(tree)
            .select(Field.columns(Regions.PERIOD, Regions.REGION, Regions.UNIT));
    Dataset<Row> read = cells.filter(Cells.PERIOD.in(judged.calendar().combined()));
    return cells.unionByName(new Combine(plan().composites(), units).apply(read));
  }

  private Optional<EarlyWarning> watch() {
    if (plan().watch() == null) {
      return Optional.empty();
    }
    String alerts = plan().watch().alerts().dataset();
    steps.at(Phase.WATCH, "alerts", alerts, "watching, and keeping the ledger");
    EarlyWarning warning =
        new EarlyWarning(
            judged.calendar(),
            judged.sources(reuse.watched()),
            judged.announced(),
            judged.located(Alerts.REGION),
            reuse.happened());
    steps.came(Phase.WATCH, warning.events().count());
    return Optional.of(warning);
  }

  /** What is not known yet of some datasets; empty where all is. */
  private Optional<Dataset<Row>> measure(List<Scan> scans) {
    String what = scans.size() == 1 ? scans.get(0).dataset() : scans.size() + " datasets";
    steps.at(Phase.MEASURE, "measure " + what, "rows", "checking and measuring");
    return new MeasuringPasses(reuse, judged).of(scans).map(Checkpoints::rows);
  }

  /** What is measured now, and what is known of other months. */
  private Dataset<Row> all(Optional<Dataset<Row>> fresh) {
    return Stream.concat(fresh.stream(), reuse.measures().found().rows().stream())
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow();
  }

  private MeasuredRows.Counted counted(List<Scan> scans, Optional<Dataset<Row>> fresh) {
    Dataset<Row> measured = all(fresh);
    List<RowCounts> counts = RowCounts.of(scans, measured.filter(Rows.JUDGES.column()));
    Optional<Dataset<Row>> rejected = rejected(scans, counts);
    noteUnassigned(scans, measured.filter(Rows.COUNTS.column()));
    return new MeasuredRows.Counted(
        rejected.map(rows -> RowCounts.sampled(counts, rows)).orElse(counts), fresh, rejected);
  }

  /** Notes rows that stay under codes which lie in no region of their month. */
  private void noteUnassigned(List<Scan> scans, Dataset<Row> counted) {
    Unassigned unassigned = judged.ground().unassigned();
    for (Scan scan : scans) {
      if (!scan.views().isEmpty()) {
        Dataset<Row> of = counted.filter(Parts.DATASET.column().equalTo(scan.dataset()));
        unassigned.add(scan.dataset(), RosterReader.counted(of, unassigned.regions()));
      }
    }
  }

  /** Rows that do not count are looked up where there are any. */
  private Optional<Dataset<Row>> rejected(List<Scan> scans, List<RowCounts> counts) {
    Set<String> dirty = new TreeSet<>();
    counts.stream().filter(of -> !of.reason().isEmpty()).forEach(of -> dirty.add(of.dataset()));
    return scans.stream()
        .filter(scan -> dirty.contains(scan.dataset()))
        .flatMap(this::rejected)
        .reduce(Dataset::unionByName)
        .map(Checkpoints::rows);
  }

  private Stream<Dataset<Row>> rejected(Scan scan) {
    Dataset<Row> now = RejectedRows.of(scan, reuse.unknown(scan, judged.rows(scan.dataset())));
    return Stream.concat(Stream.of(now), reuse.rejectedBefore(scan).stream());
  }

  private Dataset<Row> noCells() {
    return judged
        .spark()
        .createDataFrame(List.of(), Field.schema(Cells.SCHEMA.toArray(Field[]::new)));
  }

  private static Dataset<Row> cells(Dataset<Row> measured) {
    return measured
        .filter(Rows.REASON.column().isNull().or(size(Cells.VALUES.column()).gt(0)))
        .select(Field.columns(Cells.SCHEMA));
  }
}
