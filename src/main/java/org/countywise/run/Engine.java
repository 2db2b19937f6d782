package org.countywise.run;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.geography.RegionTree;
import org.countywise.geography.RegionsByMonth;
import org.countywise.geography.Roster;
import org.countywise.geography.Unassigned;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.quality.DataQualityRules;
import org.countywise.quality.DeliveryKey;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Shares;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.rows.Combine;
import org.countywise.rows.Distribute;
import org.countywise.rows.MonthlyTallies;
import org.countywise.rows.Partition;
import org.countywise.rows.RejectUnannounced;
import org.countywise.rows.Relocate;
import org.countywise.rows.Stage;
import org.countywise.rows.TallySources;
import org.countywise.rows.Width;
import org.countywise.table.Alerts;
import org.countywise.table.Cells;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The path of the records: settle each dataset, measure its views, derive and roll up. */
final class Engine {
  private final SparkSession spark;
  private final Calendar calendar;
  private final Input input;
  private final Steps steps;
  private final Plan plan;
  private final Width width;
  private final Reuse reuse;
  private final MonthlyTallies monthlyTallies;
  private final List<Scan> judged = new ArrayList<>();
  private final List<RowCounts> rowCounts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private AcceptedRows acceptedRows;
  private RegionsByMonth regionsByMonth;
  private Unassigned unassigned;
  private RegionTree tree;
  private Dataset<Row> cells;
  private Map<DeliveryKey, Long> announced;
  private EarlyWarning earlyWarning;
  private Optional<Dataset<Row>> fresh = Optional.empty();

  /** An engine that reads all rows. */
  Engine(SparkSession spark, Calendar calendar, Input input, Progress progress, Width width) {
    this(
        spark,
        Reuse.nothing(calendar),
        input,
        new Steps(spark, progress).of(calendar.names()),
        width);
  }

  /** An engine that reads the rows of which it is not known yet what they come to. */
  Engine(SparkSession spark, Reuse reuse, Input input, Steps steps, Width width) {
    this.spark = spark;
    this.reuse = reuse;
    this.calendar = reuse.calendar();
    this.input = input;
    this.steps = steps;
    this.plan = calendar.plan();
    this.width = width;
    this.monthlyTallies = new MonthlyTallies(plan);
    this.regionsByMonth = RegionsByMonth.ofCodes(calendar);
    this.unassigned = new Unassigned(regionsByMonth);
    Checkpoints.prepare(spark);
  }

  /**
   * Judges and measures every dataset of the plan, each in one pass; only the roster where that,
   * which says where rows lie, has findings.
   */
  void measure() {
    settle();
    if (!findings.isEmpty()) {
      measured(List.of(plan.scan(plan.regionScheme().roster().dataset())));
      return;
    }
    List<Dataset<Row>> all = new ArrayList<>(List.of(measured(plan.measuring())));
    watch().ifPresent(all::add);
    cells = inFewTasks(all.stream().reduce(Dataset::unionByName).orElseThrow());
    tree =
        regionsByMonth.isOfCodes()
            ? regionsByMonth.treeOf(roster().codes(cells))
            : unassigned.tree();
    if (!plan.composites().isEmpty()) {
      Dataset<Row> units =
          regionRows()
              .tree(tree)
              .select(Field.columns(Regions.PERIOD, Regions.REGION, Regions.UNIT));
      Dataset<Row> read = cells.filter(Cells.PERIOD.column().isin(calendar.combined().toArray()));
      cells = cells.unionByName(new Combine(plan.composites(), units).apply(read));
    }
  }

  /** A task for each part of each dataset would read all their plans for a few cells. */
  private Dataset<Row> inFewTasks(Dataset<Row> cells) {
    return cells.coalesce(Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions")));
  }

  /** Keeps the early warning; gives the cells of its alerts. */
  private Optional<Dataset<Row>> watch() {
    if (plan.watch() == null) {
      return Optional.empty();
    }
    steps.at(
        Phase.WATCH, "alerts", plan.watch().alerts().dataset(), "watching, and keeping the ledger");
    earlyWarning =
        new EarlyWarning(
            calendar, others(reuse.watched()), announced, located(Alerts.REGION), reuse.happened());
    steps.came(Phase.WATCH, earlyWarning.events().count());
    return Optional.of(cells(earlyWarning.measured()));
  }

  /** The early warning, where there is one. */
  Optional<EarlyWarning> earlyWarning() {
    return Optional.ofNullable(earlyWarning);
  }

  /**
   * Judges and measures datasets in one query, so that few rows do not pay for many; gives cells.
   */
  private Dataset<Row> measured(List<Scan> scans) {
    steps.at(Phase.MEASURE, measuring(scans), "rows", "checking and measuring");
    Dataset<Row> measured = measuredOnce(scans);
    List<RowCounts> counts = RowCounts.of(scans, measured.filter(Rows.JUDGES.column()));
    for (Scan scan : scans) {
      List<RowCounts> of = counts.stream().filter(c -> c.dataset().equals(scan.dataset())).toList();
      boolean dirty = of.stream().anyMatch(c -> !c.reason().isEmpty());
      rowCounts.addAll(dirty ? RowCounts.sampled(scan, rows(scan.dataset()), of) : of);
      judged.add(scan);
      if (!scan.views().isEmpty()) {
        Dataset<Row> counted =
            measured
                .filter(Rows.COUNTS.column())
                .filter(Parts.DATASET.column().equalTo(scan.dataset()));
        unassigned.add(scan.dataset(), RosterReader.counted(counted, unassigned.regions()));
      }
    }
    return cells(measured.filter(Rows.COUNTS.column()));
  }

  private static String measuring(List<Scan> scans) {
    String one = scans.get(0).dataset();
    return "measure " + (scans.size() == 1 ? one : scans.size() + " datasets");
  }

  /** What is measured now, and what is known of other months. */
  private Dataset<Row> measuredOnce(List<Scan> scans) {
    fresh = passes().of(scans).map(Checkpoints::rows);
    return Stream.concat(fresh.stream(), reuse.measured().rows().stream())
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow();
  }

  private static Dataset<Row> cells(Dataset<Row> measured) {
    return measured
        .filter(Rows.REASON.column().isNull().or(size(Cells.VALUES.column()).gt(0)))
        .select(Field.columns(Cells.SCHEMA));
  }

  /** What judges and measures a dataset. */
  MeasuringPasses passes() {
    Stage located = rows -> located(Rows.REGION).apply(rows);
    return new MeasuringPasses(reuse, acceptedRows.datasets(), sources(), located);
  }

  TallySources sources() {
    return others(calendar.periods());
  }

  /** What stands beside the rows of every month that any step reads. */
  TallySources everyMonth() {
    return others(plan.watch() == null ? calendar.periods() : calendar.ledger());
  }

  private TallySources others(List<YearMonth> periods) {
    return new TallySources(acceptedRows.datasets(), monthlyTallies, periods, Set.of(), width);
  }

  /** Judges every dataset of the plan; nothing of it is computed before it is asked for. */
  void settle() {
    steps.at(Phase.READ, "prove keys", "keys", "proving that none occurs twice");
    acceptedRows = new AcceptedRows(plan, input.repeating(plan.scans()), width);
    String datasets = plan.scans().size() + " datasets";
    steps.at(Phase.READ, "read " + datasets, "rows", "putting " + datasets + " beside each other");
    for (Scan scan : plan.scans()) {
      steps.passing(scan.dataset());
      acceptedRows.add(scan, input.stored(scan), attest(scan));
      if (RegionsByMonth.isCompletedBy(scan.dataset(), scheme())) {
        regionsByMonth = regionsByMonth();
        tree = regionsByMonth.tree();
        findings.addAll(new Roster(scheme(), regionsByMonth).findings());
        if (!findings.isEmpty()) {
          return;
        }
        unassigned = new Unassigned(regionsByMonth);
        acceptedRows.use(regionRows().tree(tree), regionRows().codes(scheme(), regionsByMonth));
      }
      if (plan.deliveryRules().isTotals(scan)) {
        announced = DeliveryKey.announced(plan.deliveryRules().totals(), accepted(scan.dataset()));
      }
    }
  }

  private Dataset<Row> accepted(String dataset) {
    return acceptedRows.rows(dataset).filter(Rows.REASON.column().isNull());
  }

  private Stage attest(Scan scan) {
    boolean judged = announced != null && scan.kind() == Scan.Kind.PERIODIC && scan.hasRegion();
    return judged
        ? new RejectUnannounced(DeliveryKey.senders(spark, announced.keySet(), scan.dataset()))
        : rows -> rows;
  }

  private RegionScheme scheme() {
    return plan.regionScheme();
  }

  private RegionsByMonth regionsByMonth() {
    Set<String> months = new TreeSet<>(calendar.months());
    months.addAll(calendar.names());
    plan.scans().stream()
        .filter(plan.deliveryRules()::isTotals)
        .flatMap(scan -> input.months(scan).stream())
        .filter(Calendar::isMonth)
        .forEach(months::add);
    return new RegionsByMonth(calendar, roster().roster(), roster().changes(), months);
  }

  /** Puts rows that name an older code into the region it lies in that month. */
  Relocate located(Field region) {
    return regionRows().located(regionsByMonth, region);
  }

  private RosterReader roster() {
    return new RosterReader(scheme(), this::accepted);
  }

  private RegionRows regionRows() {
    return new RegionRows(spark);
  }

  /**
   * What later runs need not do again: measures of partitions without a rejected row, and events.
   */
  List<CellStore.Made> made() {
    Map<Partition, String> clean = reuse.unmeasured();
    rowCounts.stream()
        .filter(counts -> !counts.reason().isEmpty())
        .forEach(counts -> clean.remove(new Partition(counts.dataset(), counts.period())));
    List<CellStore.Made> made = new ArrayList<>();
    fresh.ifPresent(
        rows ->
            made.add(
                new CellStore.Made(CellStore.MEASURE, reuse.measured(), clean, inFewTasks(rows))));
    earlyWarning()
        .ifPresent(
            warning ->
                made.add(
                    new CellStore.Made(
                        CellStore.ALERT_EVENT,
                        reuse.seen(),
                        reuse.unseen(),
                        inFewTasks(warning.events())
                            .withColumn(Parts.DATASET.name(), lit(plan.watch().dataset())))));
    return made;
  }

  /** The plan as far as its datasets were judged. */
  Plan judged() {
    return plan.with(judged);
  }

  List<RowCounts> rowCounts() {
    return rowCounts;
  }

  /** What is wrong with the roster. */
  List<Finding> findings() {
    return findings;
  }

  /** Rows announced by dataset, period and unit; null where there are no control totals. */
  Map<DeliveryKey, Long> announced() {
    return announced;
  }

  /** The judged rows of a dataset. */
  Dataset<Row> rows(String dataset) {
    return acceptedRows.rows(dataset);
  }

  /** The regions of every month. */
  RegionTree tree() {
    return tree;
  }

  /** Looks for strange rows. */
  DataQualityRules dataQualityRules() {
    return new DataQualityRules(
        calendar,
        sources(),
        announced == null
            ? null
            : DeliveryKey.delivered(announced.keySet(), plan.deliveryRules().surveys(), rowCounts),
        Shares.of(rowCounts));
  }

  /** Regions of other months that lie elsewhere in a period. */
  Dataset<Row> moves() {
    return regionRows().moves(regionsByMonth);
  }

  /** The values of the requested periods. */
  Computed compute(String release) {
    return new Computation(
            spark, calendar, new Computation.Ground(tree, regionsByMonth, unassigned), announced)
        .of(new Computation.Measured(cells, records(), rowCounts), roster().members(), release);
  }

  /** The records of statistics that do not add up, by statistic. */
  private Map<Distribution, Dataset<Row>> records() {
    Map<Distribution, Dataset<Row>> records = new LinkedHashMap<>();
    for (Distribution distribution : plan.distributions()) {
      Dataset<Row> rows = acceptedRows.rows(distribution.dataset());
      records.put(distribution, Distribute.records(distribution, rows, sources()));
    }
    return records;
  }
}
