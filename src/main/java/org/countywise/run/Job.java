package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
import org.countywise.store.Draft;
import org.countywise.store.RaceException;
import org.countywise.store.Table;
import org.countywise.store.Warehouse;

/** The main job: a delivery's months become a release, or findings that say why not. */
public final class Job {
  private static final Table FINDING = Table.restricted("finding");
  private static final Table REJECTED_ROW = Table.restricted("rejected_row");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Progress progress;
  private final int keep;
  private final Sizing sizing;

  /**
   * A job that publishes to a warehouse.
   *
   * @param keep how many releases are kept
   */
  public Job(SparkSession spark, Warehouse warehouse, int keep, Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.progress = progress;
    this.keep = keep;
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
    if (Finding.blocks(findings)) {
      return refused(findings);
    }
    Manifest planned = planned(request, calendar, sources);
    Optional<Manifest> standing =
        request.rerun() == Request.Rerun.ALWAYS
            ? Optional.empty()
            : warehouse.latest().filter(planned::madeLike);
    return standing.isPresent()
        ? unchanged(standing.get())
        : compute(planned, calendar, sources, findings);
  }

  /** What a release would be made of. */
  private static Manifest planned(Request request, Calendar calendar, Map<String, Source> sources) {
    return Manifest.planned(
        Version.engine(),
        request.definitions(),
        request.delivery(),
        request.plan().indicators().stream().map(Derivation::family).distinct().toList(),
        calendar.names(),
        inputs(sources));
  }

  private Outcome unchanged(Manifest manifest) {
    Map<String, Long> rows = new LinkedHashMap<>();
    manifest.inputs().forEach(input -> rows.merge(input.dataset(), input.rows(), Long::sum));
    settle();
    return new Outcome(
        Outcome.Ending.UNCHANGED,
        manifest.release(),
        warehouse.read(FINDING, manifest).map(Findings::read).orElse(List.of()),
        manifest.statuses(),
        rows);
  }

  /** What follows a release; where it fails, the release is there all the same. */
  private void settle() {
    warehouse.settle(keep);
  }

  private Outcome compute(
      Manifest planned, Calendar calendar, Map<String, Source> sources, List<Finding> findings) {
    sizing.fit(spark, sources.values());
    Engine engine = new Engine(spark, calendar, new Files(spark, sources), progress);
    try (Draft draft = warehouse.draft()) {
      engine.measure();
      findings.addAll(engine.findings());
      findings.addAll(
          new Audit(engine.judged(), sources, engine.verdicts(), engine.announced()).findings());
      if (Finding.blocks(findings)) {
        return refused(findings, engine, calendar.plan());
      }
      Publishing.Result result =
          new Publishing(spark, progress, calendar, draft)
              .publish(engine, planned, findings, rejected(engine, calendar.plan()));
      return result.manifest() == null
          ? refused(new ArrayList<>(result.findings()), engine, calendar.plan())
          : published(result, engine);
    } catch (RaceException another) {
      throw another;
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      findings.add(Failures.finding(e, sources.values()));
      return refused(findings);
    }
  }

  private Outcome published(Publishing.Result result, Engine engine) {
    settle();
    return new Outcome(
        Outcome.Ending.PUBLISHED,
        result.manifest().release(),
        result.findings(),
        result.manifest().statuses(),
        rows(engine),
        engine.vigil().map(Vigil::watched).orElse(List.of()));
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

  private static Map<String, Long> rows(Engine engine) {
    Map<String, Long> rows = new LinkedHashMap<>();
    engine.verdicts().forEach(v -> rows.merge(v.dataset(), v.rows(), Long::sum));
    return rows;
  }

  /** Nothing could be read: what earlier runs rejected is no longer of interest. */
  private Outcome refused(List<Finding> findings) {
    return refused(findings, nothingRejected(), Map.of());
  }

  private Dataset<Row> nothingRejected() {
    return spark.createDataFrame(List.of(), org.countywise.table.Findings.REJECTED_ROW);
  }

  private Outcome refused(List<Finding> findings, Engine engine, Plan plan) {
    return refused(findings, rejected(engine, plan), rows(engine));
  }

  private Outcome refused(List<Finding> findings, Dataset<Row> rejected, Map<String, Long> rows) {
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    warehouse.keepRefused(Map.of(FINDING, Findings.table(spark, findings), REJECTED_ROW, rejected));
    return new Outcome(Outcome.Ending.REFUSED, "", List.copyOf(findings), Map.of(), rows);
  }

  private Dataset<Row> rejected(Engine engine, Plan plan) {
    Set<String> touched = new TreeSet<>();
    engine.verdicts().stream().filter(Verdict::rejected).forEach(v -> touched.add(v.dataset()));
    return Findings.rejectedRows(spark, touched.stream().map(plan::scan).toList(), engine);
  }
}
