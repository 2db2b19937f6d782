package org.countywise.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Plan;
import org.countywise.plan.Presence;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.Hash;
import org.countywise.report.Manifest;
import org.countywise.source.Delivery;
import org.countywise.source.Source;
import org.countywise.store.Warehouse;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** The main job: a delivery's months become a release, or findings that say why not. */
public final class Job {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Progress progress;

  /** A job that publishes to a warehouse. */
  public Job(SparkSession spark, Warehouse warehouse, Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.progress = progress;
  }

  /**
   * Computes and publishes the requested periods.
   *
   * @throws IllegalArgumentException when the delivery is not there
   */
  public Outcome run(Request request) {
    Calendar calendar = new Calendar(request.plan(), request.periods());
    Map<String, Source> sources =
        open(
            calendar,
            Delivery.open(request.delivery(), spark.sparkContext().hadoopConfiguration()));
    List<Finding> findings = new ArrayList<>();
    sources.values().forEach(source -> findings.addAll(source.findings()));
    if (blocked(findings)) {
      return refused(findings, Map.of());
    }
    Engine engine = new Engine(spark, calendar, new Files(spark, sources), progress);
    try {
      engine.settle();
      findings.addAll(audit(request.plan(), sources, engine));
      return blocked(findings)
          ? refused(findings, rows(engine))
          : publish(request, calendar, sources, engine, findings);
    } catch (RuntimeException | Error e) {
      findings.add(Failures.finding(e, sources.values()));
      return refused(findings, Map.of());
    }
  }

  private Map<String, Source> open(Calendar calendar, Delivery delivery) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Scan scan : calendar.plan().scans()) {
      progress.at(scan.dataset(), "opening files");
      sources.put(scan.dataset(), Source.open(spark, delivery, scan, wanted(calendar, scan)));
    }
    return sources;
  }

  private static Set<String> wanted(Calendar calendar, Scan scan) {
    Presence.ControlTotals totals = calendar.plan().presence().totals();
    boolean all = totals != null && totals.dataset().equals(scan.dataset());
    return all ? null : calendar.months(scan);
  }

  private static List<Finding> audit(Plan plan, Map<String, Source> sources, Engine engine) {
    return new Audit(plan, sources, engine.verdicts(), announced(plan, engine)).findings();
  }

  private static Map<Audit.Sent, Long> announced(Plan plan, Engine engine) {
    Presence.ControlTotals totals = plan.presence().totals();
    Map<Audit.Sent, Long> announced = new TreeMap<>();
    if (totals != null) {
      engine
          .rows(totals.dataset())
          .filter(Rows.REASON.column().isNull())
          .select(
              Field.declared(totals.of()),
              Rows.PERIOD.column(),
              Field.declared(totals.region()),
              Field.declared(totals.rows()).cast("long"))
          .collectAsList()
          .forEach(
              row ->
                  announced.put(
                      new Audit.Sent(row.getString(0), row.getString(1), row.getString(2)),
                      row.getLong(3)));
    }
    return announced;
  }

  private Outcome publish(
      Request request,
      Calendar calendar,
      Map<String, Source> sources,
      Engine engine,
      List<Finding> findings) {
    String release = warehouse.nextRelease();
    String families =
        calendar.plan().indicators().stream()
            .map(i -> i.family())
            .distinct()
            .collect(Collectors.joining(", "));
    progress.at(families, "measuring");
    Dataset<Row> cells = engine.measure();
    progress.at(families, "deriving and rolling up");
    Values.Rolled rolled = engine.publish(cells, release);
    Dataset<Row> values = Kept.rows(rolled.values());
    Map<String, Long> statuses = statuses(values);
    findings.addAll(gaps(rolled.parts()));
    progress.at(families, "publishing release " + release);
    Manifest manifest =
        new Manifest(
            release,
            Version.engine(),
            request.definitions(),
            calendar.names(),
            inputs(sources),
            statuses,
            counted(findings));
    warehouse.publish(
        release, values, new Dimensions(spark, calendar).tables(engine.tree()), manifest.json());
    keepRestricted(findings, engine);
    return new Outcome(release, findings, statuses, rows(engine));
  }

  private static List<Finding> gaps(Dataset<Row> parts) {
    return parts
        .filter(Parts.GAP.column().isNotNull())
        .select(
            Parts.INDICATOR.column(),
            Regions.PERIOD.column(),
            Regions.REGION.column(),
            Parts.GAP.column())
        .collectAsList()
        .stream()
        .map(
            row ->
                new Finding(
                    "total_differs",
                    "",
                    row.getString(1),
                    row.getString(2),
                    Finding.Severity.ERROR,
                    0,
                    List.of(),
                    row.getString(0)
                        + ": the published total differs from the sum of its parts by "
                        + row.getDecimal(3).stripTrailingZeros().toPlainString()
                        + "; ask the publisher which is right"))
        .toList();
  }

  private static Map<String, Long> statuses(Dataset<Row> values) {
    Map<String, Long> counts = new TreeMap<>();
    values
        .groupBy(IndicatorValue.STATUS.column())
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  private static List<Manifest.Input> inputs(Map<String, Source> sources) {
    List<Manifest.Input> inputs = new ArrayList<>();
    sources.forEach(
        (dataset, source) ->
            source
                .rows()
                .forEach(
                    (period, rows) ->
                        inputs.add(
                            new Manifest.Input(
                                dataset, period, rows, Hash.of(source.contents().get(period))))));
    return inputs;
  }

  private static Map<String, Long> counted(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> rows(Engine engine) {
    Map<String, Long> rows = new LinkedHashMap<>();
    engine.verdicts().forEach(v -> rows.merge(v.dataset(), v.rows(), Long::sum));
    return rows;
  }

  private static boolean blocked(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.BLOCKER);
  }

  private Outcome refused(List<Finding> findings, Map<String, Long> rows) {
    findings.sort(java.util.Comparator.comparing(Finding::severity).reversed());
    warehouse.keepRestricted(Map.of("finding", Findings.table(spark, findings)));
    return new Outcome("", List.copyOf(findings), Map.of(), rows);
  }

  private void keepRestricted(List<Finding> findings, Engine engine) {
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    tables.put("finding", Findings.table(spark, findings));
    Set<String> touched = new TreeSet<>();
    engine.verdicts().stream().filter(Verdict::rejected).forEach(v -> touched.add(v.dataset()));
    tables.put("rejected_row", Findings.rejectedRows(spark, engine, touched));
    warehouse.keepRestricted(tables);
  }
}
