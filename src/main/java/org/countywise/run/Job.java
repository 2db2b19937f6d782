package org.countywise.run;

import static org.countywise.table.Findings.REJECTED_ROW;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.plan.Presence;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.Hash;
import org.countywise.report.Manifest;
import org.countywise.source.DataFile;
import org.countywise.source.Delivery;
import org.countywise.source.Source;
import org.countywise.store.Publication;
import org.countywise.store.Warehouse;
import org.countywise.table.IndicatorValue;

/** The main job: a delivery's months become a release, or findings that say why not. */
public final class Job {
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Progress progress;
  private final Sizing sizing;

  /** A job that publishes to a warehouse. */
  public Job(SparkSession spark, Warehouse warehouse, Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.progress = progress;
    this.sizing = Sizing.of(spark);
  }

  /**
   * Computes and publishes the requested periods.
   *
   * @throws IllegalArgumentException when the delivery is not there
   */
  public Outcome run(Request request) {
    Delivery delivery =
        Delivery.open(request.delivery(), spark.sparkContext().hadoopConfiguration());
    Calendar calendar = new Calendar(request.plan(), request.periods(), first(request, delivery));
    Map<String, Source> sources = open(calendar, delivery);
    List<Finding> findings = new ArrayList<>();
    sources.values().forEach(source -> findings.addAll(source.findings()));
    if (blocked(findings)) {
      return refused(findings);
    }
    Manifest planned = planned(request, calendar, sources);
    Optional<Manifest> standing = standing(request, planned);
    return standing.isPresent()
        ? unchanged(standing.get())
        : compute(request, calendar, sources, findings);
  }

  /** What a release would be made of. */
  private static Manifest planned(Request request, Calendar calendar, Map<String, Source> sources) {
    return new Manifest(
        "",
        Version.engine(),
        request.definitions(),
        families(request.plan()),
        calendar.names(),
        inputs(sources),
        Map.of(),
        Map.of());
  }

  /** The latest release, where it would come out the same and what was found is still at hand. */
  private Optional<Manifest> standing(Request request, Manifest planned) {
    return request.rerun() == Request.Rerun.ALWAYS
        ? Optional.empty()
        : warehouse
            .latest()
            .filter(planned::madeLike)
            .filter(
                manifest ->
                    manifest.findings().isEmpty()
                        || manifest.findings().equals(counted(keptFindings())));
  }

  /** The findings of the last run, published or refused. */
  private List<Finding> keptFindings() {
    return Findings.read(warehouse.restricted("finding"));
  }

  private Outcome unchanged(Manifest manifest) {
    Map<String, Long> rows = new LinkedHashMap<>();
    manifest.inputs().forEach(input -> rows.merge(input.dataset(), input.rows(), Long::sum));
    List<Finding> findings = keptFindings();
    if (manifest.findings().isEmpty() && !findings.isEmpty()) {
      keepRestricted(List.of(), nothingRejected());
      findings = List.of();
    }
    return new Outcome(
        Outcome.Ending.UNCHANGED, manifest.release(), findings, manifest.statuses(), rows);
  }

  private Outcome compute(
      Request request, Calendar calendar, Map<String, Source> sources, List<Finding> findings) {
    sizing.fit(spark, sources.values());
    Engine engine = new Engine(spark, calendar, new Files(spark, sources), progress);
    try {
      engine.measure();
      findings.addAll(engine.findings());
      findings.addAll(
          new Audit(engine.judged(), sources, engine.verdicts(), engine.announced()).findings());
      return blocked(findings)
          ? refused(findings, engine, request.plan())
          : publish(request, calendar, sources, engine, findings);
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      findings.add(Failures.finding(e, sources.values()));
      return refused(findings);
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

  /** The first month control totals are there for; without any, the first requested one. */
  private static YearMonth first(Request request, Delivery delivery) {
    YearMonth requested = request.periods().stream().min(YearMonth::compareTo).orElseThrow();
    return request.plan().scans().stream()
        .filter(scan -> isControlTotals(request.plan(), scan))
        .flatMap(scan -> delivery.find(scan).stream())
        .map(DataFile::period)
        .filter(period -> MONTH.matcher(period).matches())
        .map(YearMonth::parse)
        .min(YearMonth::compareTo)
        .filter(month -> month.isBefore(requested))
        .orElse(requested);
  }

  private static boolean isControlTotals(Plan plan, Scan scan) {
    Presence.ControlTotals totals = plan.presence().totals();
    return totals != null && totals.dataset().equals(scan.dataset());
  }

  private static Set<String> wanted(Calendar calendar, Scan scan) {
    return isControlTotals(calendar.plan(), scan) ? null : calendar.months(scan);
  }

  private Outcome publish(
      Request request,
      Calendar calendar,
      Map<String, Source> sources,
      Engine engine,
      List<Finding> findings) {
    String release = warehouse.nextRelease();
    String families = String.join(", ", families(calendar.plan()));
    progress.at(families, "deriving and rolling up");
    int known = engine.findings().size();
    Values.Rolled rolled = engine.publish(release);
    Dataset<Row> values = Kept.rows(rolled.values());
    Map<String, Long> statuses = statuses(values);
    findings.addAll(engine.findings().subList(known, engine.findings().size()));
    findings.addAll(Remainders.of(calendar.plan(), rolled.parts()));
    engine.vigil().ifPresent(vigil -> findings.addAll(vigil.findings()));
    engine.vigil().ifPresent(vigil -> warehouse.keepPeriods(calendar.names(), vigil.tables()));
    progress.at(families, "publishing release " + release);
    Manifest manifest =
        planned(request, calendar, sources).published(release, statuses, counted(findings));
    warehouse.publish(
        new Publication(release, calendar.names(), indicators(calendar.plan()), manifest.json()),
        values,
        new Dimensions(spark, calendar).tables(engine.tree()));
    keepRestricted(findings, rejected(engine, calendar.plan()));
    return new Outcome(
        Outcome.Ending.PUBLISHED,
        release,
        findings,
        statuses,
        rows(engine),
        engine.vigil().map(Vigil::watched).orElse(List.of()));
  }

  private static List<String> families(Plan plan) {
    return plan.indicators().stream().map(Derivation::family).distinct().toList();
  }

  private static List<String> indicators(Plan plan) {
    return plan.indicators().stream().map(Derivation::indicator).toList();
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

  /** Nothing could be read: what earlier runs rejected is no longer of interest. */
  private Outcome refused(List<Finding> findings) {
    return refused(findings, nothingRejected(), Map.of());
  }

  private Dataset<Row> nothingRejected() {
    return spark.createDataFrame(List.of(), REJECTED_ROW);
  }

  private Outcome refused(List<Finding> findings, Engine engine, Plan plan) {
    return refused(findings, rejected(engine, plan), rows(engine));
  }

  private Outcome refused(List<Finding> findings, Dataset<Row> rejected, Map<String, Long> rows) {
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    keepRestricted(findings, rejected);
    return new Outcome(Outcome.Ending.REFUSED, "", List.copyOf(findings), Map.of(), rows);
  }

  private Dataset<Row> rejected(Engine engine, Plan plan) {
    Set<String> touched = new TreeSet<>();
    engine.verdicts().stream().filter(Verdict::rejected).forEach(v -> touched.add(v.dataset()));
    return Findings.rejectedRows(spark, touched.stream().map(plan::scan).toList(), engine);
  }

  private void keepRestricted(List<Finding> findings, Dataset<Row> rejected) {
    warehouse.keepRestricted(
        Map.of("finding", Findings.table(spark, findings), "rejected_row", rejected));
  }
}
