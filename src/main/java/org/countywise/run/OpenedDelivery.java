package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.Damage;
import org.countywise.delivery.DataFile;
import org.countywise.delivery.Delivery;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.delivery.Source;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.quality.Arrivals;
import org.countywise.report.Finding;
import org.countywise.report.Hash;
import org.countywise.report.Manifest;
import org.countywise.rows.Calendar;
import org.countywise.rows.Partition;

/** A delivery as a run reads it: the months a plan needs, opened. */
record OpenedDelivery(Calendar calendar, Map<String, Source> sources) {
  /**
   * Opens what a request needs of a delivery.
   *
   * @throws NoDeliveryException when the delivery is not there, or nothing of any dataset in it
   */
  static OpenedDelivery open(SparkSession spark, Progress progress, Request request) {
    Plan plan = request.plan();
    Delivery delivery =
        Delivery.open(request.delivery(), spark.sparkContext().hadoopConfiguration());
    YearMonth first = first(plan, request.periods(), delivery);
    Calendar calendar = new Calendar(plan, request.periods(), first, request.regionsAsOf());
    Map<String, Source> sources = new LinkedHashMap<>();
    progress.report("delivery", "opening the files of " + plan.scans().size() + " datasets");
    for (Scan scan : plan.scans()) {
      progress.passing(scan.dataset());
      Set<String> wanted = plan.deliveryRules().isTotals(scan) ? null : calendar.months(scan);
      sources.put(scan.dataset(), Source.open(spark, delivery, scan, wanted));
    }
    if (sources.values().stream().allMatch(source -> source.listed().isEmpty())) {
      throw delivery.holdsNothingOf(plan.scans());
    }
    return new OpenedDelivery(calendar, sources);
  }

  /** The first month control totals are there for; without any, the first requested one. */
  private static YearMonth first(Plan plan, List<YearMonth> periods, Delivery delivery) {
    YearMonth requested = periods.stream().min(YearMonth::compareTo).orElseThrow();
    return plan.scans().stream()
        .filter(plan.deliveryRules()::isTotals)
        .flatMap(scan -> delivery.find(scan).files().stream())
        .map(DataFile::period)
        .filter(Calendar::isMonth)
        .map(YearMonth::parse)
        .min(YearMonth::compareTo)
        .filter(month -> month.isBefore(requested))
        .orElse(requested);
  }

  /** The files of some partitions, by dataset; of datasets of regions and control totals, all. */
  Map<String, Source> holding(Set<Partition> partitions) {
    Map<String, Source> held = new LinkedHashMap<>();
    sources.forEach(
        (dataset, source) ->
            held.put(
                dataset,
                calendar.plan().names(dataset)
                    ? source
                    : source.holding(month -> partitions.contains(new Partition(dataset, month)))));
    return held;
  }

  /** What is wrong with the files. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    sources.values().forEach(source -> findings.addAll(source.findings()));
    findings.addAll(new Arrivals(calendar, sources).findings());
    return findings;
  }

  /** Where a file is damaged, every other one that is; that takes reading all. */
  List<Finding> moreDamage(SparkSession spark) {
    boolean damaged = sources.values().stream().anyMatch(Damage::isKnown);
    return damaged ? Failures.damaged(spark, sources.values()) : List.of();
  }

  /** Files that are no longer what was opened. */
  List<Finding> changed(SparkSession spark, Request request) {
    Delivery delivery =
        Delivery.open(request.delivery(), spark.sparkContext().hadoopConfiguration());
    return sources.values().stream().flatMap(of -> of.changed(delivery).stream()).toList();
  }

  /** What a release of it would be made of. */
  Manifest.Planned planned(Request request, List<String> withdrawn) {
    return new Manifest.Planned(
        new Manifest.Sources(Version.engine(), request.definitions(), request.delivery(), inputs()),
        new Manifest.Scope(
            request.plan().indicators().stream().map(Derivation::family).distinct().toList(),
            calendar.names(),
            request.regionsAsOf() == null ? "" : request.regionsAsOf().toString(),
            withdrawn));
  }

  /** The partitions it consists of, as a manifest keeps them. */
  List<Manifest.Input> inputs() {
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
}
