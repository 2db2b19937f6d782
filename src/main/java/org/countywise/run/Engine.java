package org.countywise.run;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.size;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Deliveries;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.Territory;
import org.countywise.report.Finding;
import org.countywise.stage.Attest;
import org.countywise.stage.Combine;
import org.countywise.stage.Distribute;
import org.countywise.stage.EveryPeriod;
import org.countywise.stage.Measure;
import org.countywise.stage.Others;
import org.countywise.stage.Relocate;
import org.countywise.stage.Stage;
import org.countywise.stage.Tree;
import org.countywise.stage.Width;
import org.countywise.table.Alerts;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The path of the records: settle each dataset, measure its views, derive and roll up. */
final class Engine {
  private final SparkSession spark;
  private final Calendar calendar;
  private final Input input;
  private final Progress progress;
  private final Plan plan;
  private final Width width;
  private final List<Scan> judged = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Settled settled;
  private Ground ground;
  private Unassigned unassigned;
  private Dataset<Row> tree;
  private Dataset<Row> cells;
  private Map<Sent, Long> announced;
  private Vigil vigil;
  private List<Row> members = List.of();
  private Dataset<Row> places;
  private Coverage coverage;
  private Origins origins;
  private Map<String, Set<String>> broken = Map.of();

  Engine(SparkSession spark, Calendar calendar, Input input, Progress progress, Width width) {
    this.spark = spark;
    this.calendar = calendar;
    this.input = input;
    this.progress = progress;
    this.plan = calendar.plan();
    this.width = width;
    Kept.prepare(spark);
  }

  /**
   * Judges and measures every dataset of the plan, each in one pass; only the roster where that,
   * which says where rows lie, has findings.
   */
  void measure() {
    settle();
    if (!findings.isEmpty()) {
      measured(plan.scan(plan.territory().roster().dataset()));
      return;
    }
    List<Dataset<Row>> all = new ArrayList<>();
    for (Scan scan : plan.measuring()) {
      all.add(measured(scan));
    }
    watch().ifPresent(all::add);
    cells = inFewTasks(all.stream().reduce(Dataset::unionByName).orElseThrow());
    tree = ground == null ? Kept.rows(fromCodes()) : unassigned.tree();
    if (!plan.composites().isEmpty()) {
      Dataset<Row> units = tree.select(Field.columns(Regions.PERIOD, Regions.REGION, Regions.UNIT));
      cells = cells.unionByName(new Combine(plan.composites(), units).apply(cells));
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
    at(plan.watch().alerts().dataset(), "watching, and keeping the ledger");
    vigil = new Vigil(calendar, others(calendar.ledger()), announced, located(Alerts.REGION));
    return Optional.of(cells(vigil.measured()));
  }

  /** The early warning, where there is one. */
  Optional<Vigil> vigil() {
    return Optional.ofNullable(vigil);
  }

  /** Judges and measures a dataset; gives its cells. */
  private Dataset<Row> measured(Scan scan) {
    at(scan.dataset(), "reading, checking and measuring");
    Dataset<Row> rows = settled.rows(scan.dataset());
    boolean undated = scan.kind() == Scan.Kind.REFERENCE;
    Dataset<Row> measured =
        Kept.rows(new Measure(undated ? scan.unmeasured() : scan, others()).apply(rows));
    List<Verdict> found = Verdict.of(scan, measured);
    boolean dirty = found.stream().anyMatch(verdict -> !verdict.reason().isEmpty());
    verdicts.addAll(dirty ? Verdict.sampled(scan, rows, found) : found);
    judged.add(scan);
    Dataset<Row> counted =
        undated && !scan.views().isEmpty()
            ? Kept.rows(new Measure(scan, others()).apply(measurable(scan)))
            : measured;
    if (unassigned != null && !scan.views().isEmpty()) {
      unassigned.count(scan.dataset(), counted);
    }
    return cells(counted);
  }

  private static Dataset<Row> cells(Dataset<Row> measured) {
    return measured
        .filter(Rows.REASON.column().isNull().or(size(Cells.VALUES.column()).gt(0)))
        .select(Field.columns(Cells.SCHEMA));
  }

  /** The judged rows of a dataset as they are measured: those without a date in every period. */
  Dataset<Row> measurable(Scan scan) {
    Dataset<Row> rows = settled.rows(scan.dataset());
    return scan.kind() == Scan.Kind.REFERENCE && !scan.views().isEmpty()
        ? new EveryPeriod(Calendar.periods(spark, calendar.months(scan)))
            .then(located(Rows.REGION))
            .apply(rows)
        : rows;
  }

  Others others() {
    return others(calendar.periods());
  }

  /** What stands beside the rows of every month that any step reads. */
  Others everyMonth() {
    return others(plan.watch() == null ? calendar.periods() : calendar.ledger());
  }

  private Others others(List<YearMonth> periods) {
    return new Others(settled.datasets(), periods, width);
  }

  /** Judges every dataset of the plan; nothing of it is computed before it is asked for. */
  void settle() {
    at("keys", "proving that none occurs twice");
    settled = new Settled(plan, new Keys(input).repeating(plan.scans()), width);
    for (Scan scan : plan.scans()) {
      at(scan.dataset(), "reading");
      settled.add(scan, input.stored(scan), attest(scan));
      if (Ground.isCompletedBy(scan.dataset(), territory())) {
        ground = ground();
        tree = ground.tree();
        findings.addAll(new Roster(territory(), ground).findings(tree));
        if (!findings.isEmpty()) {
          return;
        }
        unassigned = new Unassigned(ground);
        settled.use(tree, ground.codes());
      }
      if (plan.presence().isTotals(scan)) {
        announced = Sent.announced(plan.presence().totals(), accepted(scan.dataset()));
      }
    }
  }

  private Dataset<Row> accepted(String dataset) {
    return settled.rows(dataset).filter(Rows.REASON.column().isNull());
  }

  private Stage attest(Scan scan) {
    boolean judged = announced != null && scan.kind() == Scan.Kind.PERIODIC && scan.hasRegion();
    return judged
        ? new Attest(Sent.senders(spark, announced.keySet(), scan.dataset()))
        : rows -> rows;
  }

  private Territory territory() {
    return plan.territory();
  }

  private Ground ground() {
    Set<String> months = new TreeSet<>(calendar.months());
    months.addAll(calendar.names());
    plan.scans().stream()
        .filter(plan.presence()::isTotals)
        .flatMap(scan -> input.months(scan).stream())
        .filter(Calendar::isMonth)
        .forEach(months::add);
    Dataset<Row> changes =
        territory().changes() == null ? null : accepted(territory().changes().dataset());
    return new Ground(calendar, accepted(territory().roster().dataset()), changes, months);
  }

  /** Puts rows that name an older code into the region it lies in that month. */
  Relocate located(Field region) {
    return ground == null ? new Relocate(null, List.of(), region) : ground.located(region);
  }

  private Dataset<Row> fromCodes() {
    Object[] digits =
        territory().levels().stream().map(Territory.Level::digits).distinct().toArray();
    Dataset<Row> codes =
        cells
            .select(Cells.REGION.column())
            .filter(length(Cells.REGION.column()).isin(digits))
            .distinct();
    return new Tree(plan.territory())
        .fromCodes(Calendar.periods(spark, calendar.names()).crossJoin(codes));
  }

  /** The plan as far as its datasets were judged. */
  Plan judged() {
    return plan.with(judged);
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /** What is wrong with the roster, and after publishing with who is in its groups. */
  List<Finding> findings() {
    return findings;
  }

  /** Rows announced by dataset, period and unit; null where there are no control totals. */
  Map<Sent, Long> announced() {
    return announced;
  }

  /** The judged rows of a dataset. */
  Dataset<Row> rows(String dataset) {
    return settled.rows(dataset);
  }

  Dataset<Row> tree() {
    return tree;
  }

  /** Published rows of the requested periods. */
  Values.Rolled publish(String release) {
    Places known = new Places(spark, calendar, ground);
    members = known.members(this::accepted);
    Set<Whereabouts.Spot> remnants = ground == null ? Set.of() : unassigned.kept();
    places = Kept.rows(known.of(tree, members, remnants));
    List<Row> upper = known.upper(places);
    List<Coverage.Unit> units = known.expected(upper, announced);
    findings.addAll(new Roster(territory(), ground).unknown(members, units, calendar.names()));
    findings.addAll(ground == null ? List.of() : unassigned.findings());
    origins = originsOfUnits();
    coverage = Coverage.of(calendar, units, announced == null ? null : origins);
    Shares shares = Shares.of(verdicts);
    Strays strays = new Strays(shares, origins, units, () -> known.above(tree, List.of()));
    Reliability reliability = new Reliability(calendar, units, shares, coverage, origins, strays);
    findings.addAll(reliability.findings());
    broken = ground == null ? Map.of() : new Broken(ground, members, remnants).regions();
    Deliveries deliveries =
        new Deliveries(coverage.expected(), coverage.absences(), reliability.unreliable(), broken);
    Values.Rolled rolled =
        new Values(spark, calendar, places, upper, coverage, deliveries, moves())
            .publish(cells, records(), release);
    findings.addAll(Balances.of(plan, rolled.parts(), coverage));
    return rolled;
  }

  /** By period and unit: the regions and groups above it, after publishing. */
  Map<String, Map<String, List<String>>> above() {
    return new Places(spark, calendar, ground).above(tree, members);
  }

  /** Looks for strange rows. */
  Scrutiny scrutiny() {
    return new Scrutiny(
        calendar, settled.datasets(), announced == null ? null : delivered(), Shares.of(verdicts));
  }

  /** The regions of the requested periods, after publishing. */
  Dataset<Row> places() {
    return places;
  }

  /** Regions of other months that lie elsewhere in a period; null for none. */
  Dataset<Row> moves() {
    return ground == null ? null : ground.moves();
  }

  /** What was not delivered, after publishing. */
  Coverage coverage() {
    return coverage;
  }

  /** By period: regions whose territory changed, after publishing. */
  Map<String, Set<String>> broken() {
    return broken;
  }

  /** Which units delivered whose territory, after publishing. */
  Origins origins() {
    return origins;
  }

  private Origins originsOfUnits() {
    Set<Sent> delivered = announced == null ? Set.of() : delivered();
    return new Origins(calendar, ground == null ? null : ground.relocation(), delivered);
  }

  private Set<Sent> delivered() {
    return Sent.delivered(announced.keySet(), plan.presence().surveys(), verdicts);
  }

  /** The records of statistics that do not add up, by statistic. */
  private Map<Distribution, Dataset<Row>> records() {
    Map<Distribution, Dataset<Row>> records = new LinkedHashMap<>();
    for (Distribution distribution : plan.distributions()) {
      Dataset<Row> rows = settled.rows(distribution.dataset());
      records.put(distribution, Distribute.records(distribution, rows, others()));
    }
    return records;
  }

  private void at(String subject, String action) {
    spark.sparkContext().setJobGroup(subject, subject + ": " + action, false);
    progress.at(subject, action);
  }
}
