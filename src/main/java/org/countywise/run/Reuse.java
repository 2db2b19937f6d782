package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.delivery.Source;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.release.Table;
import org.countywise.rows.Calendar;
import org.countywise.rows.Partition;
import org.countywise.rows.Reads;
import org.countywise.table.Alerts;
import org.countywise.table.Field;

/**
 * What a run takes from earlier ones, and what it therefore has to read. The months that were asked
 * for are always watched anew, since percentages of thresholds are tried in them.
 *
 * @param measures names of entries that would do for partitions of measured datasets, that of this
 *     run first
 * @param measured those that are there
 * @param events names of the entries of the months of the early warning
 * @param seen those that are there
 */
record Reuse(
    Calendar calendar,
    Map<Partition, List<String>> measures,
    CellStore.Found measured,
    Map<Partition, List<String>> events,
    CellStore.Found seen) {

  /** Where entries are looked for by their names. */
  interface Store {
    CellStore.Found find(Table table, Map<Partition, List<String>> wanted);
  }

  /** Nothing is known: all is read. */
  static Reuse nothing(Calendar calendar) {
    return new Reuse(
        calendar, Map.of(), CellStore.Found.NOTHING, Map.of(), CellStore.Found.NOTHING);
  }

  /** What the store knows. */
  static Reuse of(Calendar calendar, Fingerprints fingerprints, Store store) {
    Map<Partition, List<String>> measures = measures(calendar, fingerprints);
    Map<Partition, List<String>> events = events(calendar, fingerprints);
    CellStore.Found seen =
        store.find(CellStore.ALERT_EVENT, before(calendar.names().get(0), events));
    return new Reuse(calendar, measures, store.find(CellStore.MEASURE, measures), events, seen);
  }

  private static Map<Partition, List<String>> measures(
      Calendar calendar, Fingerprints fingerprints) {
    Map<Partition, List<String>> measures = new TreeMap<>();
    for (Scan scan : calendar.plan().scans()) {
      if (isKept(calendar.plan(), scan)) {
        calendar
            .months(scan)
            .forEach(
                month ->
                    measures.put(
                        new Partition(scan.dataset(), month), fingerprints.measures(scan, month)));
      }
    }
    return measures;
  }

  /**
   * Whether the partitions of a dataset are measured each by itself, from files that say their
   * month. Datasets of regions and control totals are needed as rows.
   */
  private static boolean isKept(Plan plan, Scan scan) {
    return scan.kind() == Scan.Kind.PERIODIC
        && !scan.files().isEmpty()
        && scan.period().isEmpty()
        && scan.notCounted().isEmpty()
        && !plan.names(scan.dataset());
  }

  private static Map<Partition, List<String>> events(Calendar calendar, Fingerprints fingerprints) {
    Map<Partition, List<String>> events = new TreeMap<>();
    if (calendar.plan().watch() != null) {
      String before = "";
      for (YearMonth month : calendar.ledger()) {
        before = fingerprints.events(month.toString(), before);
        events.put(event(calendar, month.toString()), List.of(before));
      }
    }
    return events;
  }

  private static Partition event(Calendar calendar, String month) {
    return new Partition(calendar.plan().watch().dataset(), month);
  }

  private static Map<Partition, List<String>> before(
      String month, Map<Partition, List<String>> events) {
    return events.entrySet().stream()
        .filter(of -> of.getKey().month().compareTo(month) < 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Months of a dataset that are judged and measured; of others it is known what they come to. */
  Set<String> unknown(Scan scan) {
    return calendar.months(scan).stream()
        .filter(month -> !measured.has(new Partition(scan.dataset(), month)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The months that are watched: the first of which it is not known what happened, and all later.
   */
  List<YearMonth> watched() {
    return calendar.ledger().stream()
        .dropWhile(month -> seen.has(event(calendar, month.toString())))
        .toList();
  }

  /** What happened to watched households before these months. */
  Optional<Dataset<Row>> happened() {
    String first = watched().get(0).toString();
    return seen.rows()
        .map(
            rows ->
                rows.filter(Alerts.PERIOD.column().lt(first)).select(Field.columns(Alerts.EVENTS)));
  }

  /** Entries of partitions that this run measures. */
  Map<Partition, String> unmeasured() {
    Map<Partition, String> unmeasured = new TreeMap<>();
    measures.forEach((partition, names) -> unmeasured.put(partition, names.get(0)));
    unmeasured.keySet().removeIf(measured::has);
    return unmeasured;
  }

  /** Entries of months that this run watches. */
  Map<Partition, String> unseen() {
    Map<Partition, String> unseen = new TreeMap<>();
    watched()
        .forEach(
            month -> {
              Partition event = event(calendar, month.toString());
              unseen.put(event, events.get(event).get(0));
            });
    return unseen;
  }

  /** The partitions whose rows are read. */
  Set<Partition> reads() {
    Plan plan = calendar.plan();
    Reads reads = new Reads(calendar);
    Set<Partition> read = new TreeSet<>();
    for (Scan scan : plan.scans()) {
      if (scan.kind() == Scan.Kind.REFERENCE) {
        read.addAll(reads.judging(scan.dataset(), ""));
      }
      unknown(scan).forEach(month -> read.addAll(reads.of(scan, month)));
    }
    if (plan.watch() != null) {
      watched().forEach(month -> read.addAll(reads.watching(month.toString())));
    }
    for (String period : calendar.names()) {
      plan.quality()
          .shares()
          .forEach(rule -> read.addAll(reads.looking(rule.dataset(), rule.view(), period)));
      plan.distributions()
          .forEach(of -> read.addAll(reads.looking(of.dataset(), of.view(), period)));
    }
    return read;
  }

  /**
   * What becomes of every partition that is there.
   *
   * @param sources all files, by dataset
   * @param ever partitions that a release knew something of
   */
  List<Forecast> forecast(Map<String, Source> sources, Set<Partition> ever) {
    Set<Partition> read = reads();
    List<Forecast> forecasts = new ArrayList<>();
    sources.forEach(
        (dataset, source) ->
            source
                .rows()
                .forEach(
                    (month, rows) -> {
                      Partition partition = new Partition(dataset, month);
                      boolean beside = read.contains(partition) || !measures.containsKey(partition);
                      forecasts.add(
                          new Forecast(dataset, month, rows, reading(partition, beside, ever)));
                    }));
    return forecasts;
  }

  private Forecast.Reading reading(Partition partition, boolean beside, Set<Partition> ever) {
    if (measured.has(partition)) {
      return beside ? Forecast.Reading.BESIDE : Forecast.Reading.KNOWN;
    }
    return ever.contains(partition) ? Forecast.Reading.CHANGED : Forecast.Reading.NEW;
  }
}
