package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.Damage;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.delivery.Source;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Plan;
import org.countywise.quality.ControlTotals;
import org.countywise.quality.DeliveryKey;
import org.countywise.quality.RowCounts;
import org.countywise.quality.Undelivered;
import org.countywise.release.Draft;
import org.countywise.release.RaceException;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.release.WarehouseException;
import org.countywise.report.Finding;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;
import org.countywise.store.CellStore;
import org.countywise.store.Fingerprints;
import org.countywise.store.Forecast;
import org.countywise.store.Reuse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job: a delivery's months become a release, or findings that say why not. */
public final class Job {
  private static final Table VALUES = Table.restricted("indicator_value");
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Progress progress;
  private final Steps steps;
  private final Endings endings;
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
    this.endings = new Endings(spark, warehouse, steps, keep);
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
      return endings.refused(findings);
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
      return endings.refused(findings);
    }
    Manifest.Planned planned = opened.planned(request, withdrawn);
    Optional<Manifest> standing =
        request.rerun() == Request.Rerun.ALWAYS
            ? Optional.empty()
            : warehouse.latest().filter(planned::isThatOf);
    return standing.isPresent()
        ? endings.unchanged(standing.get())
        : compute(request, planned, opened, withdrawing);
  }

  /** Where all that was asked for is withdrawn, no file is needed. */
  private Outcome withdraw(Request request, Withdrawing withdrawing, List<String> withdrawn) {
    Calendar calendar =
        new Calendar(
            request.plan(), request.periods(), request.periods().get(0), request.regionsAsOf());
    Manifest.Planned planned = new OpenedDelivery(calendar, Map.of()).planned(request, withdrawn);
    try (Draft draft = warehouse.draft()) {
      Publishing.Result result = withdrawing.publish(spark, draft, planned, request.indicators());
      return result.manifest() == null
          ? endings.refused(new ArrayList<>(result.findings()))
          : endings.withdrawn(result);
    }
  }

  private OpenedDelivery open(Request request) {
    return OpenedDelivery.open(spark, progress, request);
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
      return endings.refused(findings);
    }
  }

  private List<Finding> diagnosed(OpenedDelivery opened, Arithmetic failure) {
    progress.report("jobs", "looking for the expression that failed");
    Plan plan = opened.calendar().plan();
    List<Finding> found =
        new Diagnosis(
                Engine.of(spark, opened, progress, Width.DECIMAL).judge(),
                new Files(spark, opened.sources()),
                plan)
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
      MeasuredRows measured = engine.measure();
      List<Forecast> forecasts = reuse.forecast(sources, Set.of());
      steps.rows(RowCosts.of(forecasts, sources, measured.rowCounts()));
      findings.addAll(arrived(opened, measured));
      if (Finding.blocks(findings)) {
        findings.addAll(opened.changed(spark, request));
        return endings.refused(findings, measured);
      }
      // What is published is not computed again, so nothing that is kept is asked for after it.
      List<Outcome.Watched> watched =
          measured.earlyWarning().map(EarlyWarning::watched).orElse(List.of());
      Supplier<List<Finding>> changed = () -> opened.changed(spark, request);
      Publishing.Result result =
          new Publishing(spark, steps, calendar, draft, request.files(), withdrawing, changed)
              .publish(measured, planned, findings, engine.leaving(measured));
      return result.manifest() == null
          ? endings.refused(new ArrayList<>(result.findings()), measured)
          : endings.published(result, watched, measured);
    }
  }

  /** Whether all rows came that were announced, and no more were rejected than may be. */
  private List<Finding> arrived(OpenedDelivery opened, MeasuredRows measured) {
    List<RowCounts> counts = measured.rowCounts();
    Map<DeliveryKey, Long> announced = measured.judged().announced();
    List<Finding> findings = new ArrayList<>(measured.findings());
    findings.addAll(
        new ControlTotals(measured.plan(), opened.sources(), counts, announced)
            .findings(source -> new Damage(spark, source).findings()));
    if (!Finding.blocks(findings)) {
      findings.addAll(
          new Undelivered(opened.calendar(), opened.sources(), counts, announced).findings());
    }
    return findings;
  }

  /** What earlier runs kept; nothing where all is to be computed again. */
  private Reuse.Store known(Request request, Draft draft) {
    return request.rerun() == Request.Rerun.ALWAYS
        ? Reuse.NOTHING_KEPT
        : CellStore.of(spark, draft)::find;
  }
}
