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
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.Damage;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.delivery.Source;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.quality.ControlTotals;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Undelivered;
import org.countywise.release.Draft;
import org.countywise.release.RaceException;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.release.WarehouseException;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job: a delivery's months become a release, or findings that say why not. */
public final class Job {
  private static final Table FINDING = Table.restricted("finding");
  private static final Table VALUES = Table.restricted("indicator_value");
  private static final Table REJECTED_ROW = Table.restricted("rejected_row");
  private static final Reuse.Store NOTHING_KEPT = (table, wanted) -> CellStore.Found.NOTHING;
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Progress progress;
  private final Steps steps;
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
    this.steps = new Steps(spark, progress);
    this.keep = keep;
    this.sizing = Sizing.of(spark);
  }

  /**
   * Computes and publishes the requested periods.
   *
   * @throws NoDeliveryException when the delivery is not there, or nothing of any dataset in it
   */
  public Outcome run(Request request) {
    Withdrawing withdrawing =
        new Withdrawing(
            request.withdrawals(), warehouse.latest().flatMap(m -> warehouse.read(VALUES, m)));
    List<String> withdrawn = withdrawing.named();
    List<Finding> findings = new ArrayList<>(withdrawing.findings(withdrawn));
    if (Finding.blocks(findings)) {
      return refused(findings);
    }
    List<YearMonth> periods = request.computed();
    steps.of(request.periods().stream().map(YearMonth::toString).toList());
    try {
      return periods.isEmpty()
          ? withdraw(request, withdrawing, withdrawn)
          : run(request.of(periods), withdrawing, withdrawn);
    } finally {
      steps.end();
    }
  }

  private Outcome run(Request request, Withdrawing withdrawing, List<String> withdrawn) {
    steps.enter(Phase.READ, "open files");
    OpenedDelivery opened = open(request);
    List<Finding> findings = opened.findings();
    if (Finding.blocks(findings)) {
      findings.addAll(opened.moreDamage(spark));
      return refused(findings);
    }
    Manifest.Planned planned = planned(request, opened, withdrawn);
    Optional<Manifest> standing =
        request.rerun() == Request.Rerun.ALWAYS
            ? Optional.empty()
            : warehouse.latest().filter(planned::isThatOf);
    return standing.isPresent()
        ? unchanged(standing.get())
        : compute(request, planned, opened, withdrawing);
  }

  /**
   * What a run would read, and what it knows without; nothing is computed. Empty where the latest
   * release was made of the same and stands.
   *
   * @throws NoDeliveryException when the delivery is not there, or nothing of any dataset in it
   */
  public List<Forecast> forecast(Request request) {
    OpenedDelivery opened = open(request);
    Manifest.Planned planned = planned(request, opened, List.of());
    Optional<Manifest> latest = warehouse.latest();
    if (latest.filter(planned::isThatOf).isPresent()) {
      return List.of();
    }
    Fingerprints fingerprints =
        new Fingerprints(
            planned.sources().engine(), opened.calendar(), opened.sources(), Width.INT64);
    if (latest.isEmpty()) {
      return Reuse.of(opened.calendar(), fingerprints, NOTHING_KEPT)
          .forecast(opened.sources(), Set.of());
    }
    try (Draft draft = warehouse.draft()) {
      CellStore store = new CellStore(spark, draft);
      return Reuse.of(opened.calendar(), fingerprints, store::find)
          .forecast(opened.sources(), store.known(CellStore.MEASURE));
    }
  }

  /** Where all that was asked for is withdrawn, no file is needed. */
  private Outcome withdraw(Request request, Withdrawing withdrawing, List<String> withdrawn) {
    Calendar calendar =
        new Calendar(
            request.plan(), request.periods(), request.periods().get(0), request.regionsAsOf());
    Manifest.Planned planned = planned(request, new OpenedDelivery(calendar, Map.of()), withdrawn);
    try (Draft draft = warehouse.draft()) {
      Publishing.Result result = withdrawing.publish(spark, draft, planned, request.indicators());
      return result.manifest() == null
          ? refused(new ArrayList<>(result.findings()))
          : published(result, List.of(), Map.of());
    }
  }

  private OpenedDelivery open(Request request) {
    return OpenedDelivery.open(spark, progress, request);
  }

  /** What a release would be made of. */
  private static Manifest.Planned planned(
      Request request, OpenedDelivery opened, List<String> withdrawn) {
    return new Manifest.Planned(
        new Manifest.Sources(
            Version.engine(), request.definitions(), request.delivery(), opened.inputs()),
        new Manifest.Scope(
            request.plan().indicators().stream().map(Derivation::family).distinct().toList(),
            opened.calendar().names(),
            request.regionsAsOf() == null ? "" : request.regionsAsOf().toString(),
            withdrawn));
  }

  private Outcome unchanged(Manifest manifest) {
    Map<String, Long> rows = new LinkedHashMap<>();
    manifest.inputs().forEach(input -> rows.merge(input.dataset(), input.rows(), Long::sum));
    List<Finding> findings =
        new ArrayList<>(warehouse.read(FINDING, manifest).map(Findings::read).orElse(List.of()));
    settle().ifPresent(findings::add);
    return new Outcome(
        Outcome.Ending.UNCHANGED, manifest.release(), findings, manifest.statuses(), rows);
  }

  /** What follows a release; where it fails, the release is there all the same. */
  private Optional<Finding> settle() {
    try {
      warehouse.settle(keep);
      return Optional.empty();
    } catch (RuntimeException | FSError e) {
      LOG.warn("the heads of the tables were not moved", e);
      return Optional.of(FindingType.NOT_SETTLED.everywhere().build());
    }
  }

  private Outcome compute(
      Request request, Manifest.Planned planned, OpenedDelivery opened, Withdrawing withdrawing) {
    sizing.fit(spark, opened.sources().values());
    try {
      return new LostRows(progress)
          .madeAgain(
              () -> Reckoning.of(width -> compute(request, planned, opened, withdrawing, width)));
    } catch (RaceException | WarehouseException refused) {
      throw refused;
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      List<Finding> findings = opened.findings();
      Optional<Arithmetic> failure = Arithmetic.of(e);
      if (failure.isPresent()) {
        LOG.warn("an expression cannot be reckoned: {}", failure.get().words());
        findings.addAll(diagnosed(opened, failure.get()));
      } else {
        findings.addAll(Failures.findings(e, spark, opened.sources().values()));
        findings.addAll(opened.changed(spark, request));
      }
      return refused(findings);
    }
  }

  private List<Finding> diagnosed(OpenedDelivery opened, Arithmetic failure) {
    progress.report("jobs", "looking for the expression that failed");
    Plan plan = opened.calendar().plan();
    List<Finding> found =
        new Diagnosis(engine(opened, Width.DECIMAL), new Files(spark, opened.sources()), plan)
            .findings();
    return found.isEmpty() ? List.of(Failures.beyondRows(failure, plan)) : found;
  }

  private Outcome compute(
      Request request,
      Manifest.Planned planned,
      OpenedDelivery opened,
      Withdrawing withdrawing,
      Width width) {
    List<Finding> findings = opened.findings();
    Calendar calendar = opened.calendar();
    Map<String, Source> sources = opened.sources();
    try (Draft draft = warehouse.draft()) {
      Fingerprints fingerprints =
          new Fingerprints(planned.sources().engine(), calendar, sources, width);
      steps.enter(Phase.LOOKUP, "look up cells");
      Reuse reuse = Reuse.of(calendar, fingerprints, known(request, draft));
      Engine engine =
          new Engine(spark, reuse, new Files(spark, opened.holding(reuse.reads())), steps, width);
      engine.measure();
      List<Forecast> forecasts = reuse.forecast(sources, Set.of());
      steps.rows(RowCosts.of(forecasts, sources, engine.rowCounts()));
      findings.addAll(engine.findings());
      findings.addAll(
          new ControlTotals(engine.judged(), sources, engine.rowCounts(), engine.announced())
              .findings(source -> new Damage(spark, source).findings()));
      if (!Finding.blocks(findings)) {
        findings.addAll(
            new Undelivered(calendar, sources, engine.rowCounts(), engine.announced()).findings());
      }
      if (Finding.blocks(findings)) {
        findings.addAll(opened.changed(spark, request));
        return refused(findings, engine, calendar.plan());
      }
      // What is published is not computed again, so nothing that is kept is asked for after it.
      List<Outcome.Watched> watched =
          engine.earlyWarning().map(EarlyWarning::watched).orElse(List.of());
      Supplier<List<Finding>> changed = () -> opened.changed(spark, request);
      Publishing.Result result =
          new Publishing(spark, steps, calendar, draft, request.files(), withdrawing, changed)
              .publish(engine, planned, findings, rejected(engine, calendar.plan()));
      return result.manifest() == null
          ? refused(new ArrayList<>(result.findings()), engine, calendar.plan())
          : published(result, watched, rows(engine));
    }
  }

  /** What earlier runs kept; nothing where all is to be computed again. */
  private Reuse.Store known(Request request, Draft draft) {
    return request.rerun() == Request.Rerun.ALWAYS
        ? NOTHING_KEPT
        : new CellStore(spark, draft)::find;
  }

  private Engine engine(OpenedDelivery opened, Width width) {
    Files files = new Files(spark, opened.sources());
    return new Engine(spark, opened.calendar(), files, progress, width);
  }

  private Outcome published(
      Publishing.Result result, List<Outcome.Watched> watched, Map<String, Long> rows) {
    List<Finding> findings = new ArrayList<>(result.findings());
    steps.enter(Phase.WRITE, "settle");
    settle().ifPresent(findings::add);
    return new Outcome(
        Outcome.Ending.PUBLISHED,
        result.manifest().release(),
        findings,
        result.manifest().statuses(),
        rows,
        watched,
        result.withheld(),
        result.manifest().costs());
  }

  /**
   * Explains one number of a release: computes its period again from the delivery and follows the
   * rows of its region.
   *
   * @param request one period, with a plan of the indicator's family
   * @param inputs what the release was made of
   * @return empty where the delivery is not what it was then
   * @throws IllegalArgumentException when the delivery is not there
   */
  public Optional<Explanation> explain(
      Request request,
      List<Manifest.Input> inputs,
      String indicator,
      String region,
      String breakdown) {
    OpenedDelivery opened = open(request);
    if (!inputs.containsAll(opened.inputs())) {
      return Optional.empty();
    }
    sizing.fit(spark, opened.sources().values());
    return Optional.of(
        Reckoning.of(
            width -> {
              Engine engine = engine(opened, width);
              engine.measure();
              progress.report(indicator, "deriving and following its rows");
              Computed computed = engine.compute("");
              return new LineageTrace(
                      engine, computed, opened.calendar(), indicator, region, breakdown)
                  .explain();
            }));
  }

  private static Map<String, Long> rows(Engine engine) {
    Map<String, Long> rows = new LinkedHashMap<>();
    engine.rowCounts().forEach(v -> rows.merge(v.dataset(), v.rows(), Long::sum));
    return rows;
  }

  /** Nothing could be read: what earlier runs rejected is no longer of interest. */
  private Outcome refused(List<Finding> findings) {
    return refused(findings, Findings.nothingRejected(spark), Map.of());
  }

  private Outcome refused(List<Finding> findings, Engine engine, Plan plan) {
    return refused(findings, rejected(engine, plan), rows(engine)).costing(steps.costs());
  }

  private Outcome refused(List<Finding> findings, Dataset<Row> rejected, Map<String, Long> rows) {
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    warehouse.keepRefused(Map.of(FINDING, Findings.table(spark, findings), REJECTED_ROW, rejected));
    return new Outcome(Outcome.Ending.REFUSED, "", List.copyOf(findings), Map.of(), rows);
  }

  private Dataset<Row> rejected(Engine engine, Plan plan) {
    Set<String> touched = new TreeSet<>();
    engine.rowCounts().stream().filter(RowCounts::rejected).forEach(v -> touched.add(v.dataset()));
    return Findings.rejectedRows(spark, touched.stream().map(plan::scan).toList(), engine);
  }
}
