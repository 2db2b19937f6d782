package org.countywise.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.delivery.Source;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.release.Table;
import org.countywise.rows.Calendar;
import org.countywise.rows.Partition;
import org.countywise.rows.Reads;
import org.countywise.rows.RejectedRows;
import org.countywise.table.Alerts;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/**
 * What a run takes from earlier ones, and what it therefore has to read. The months that were asked
 * for are always watched anew, since percentages of thresholds are tried in them.
 *
 * @param measures of partitions of measured datasets
 * @param rejected rows of these that do not count
 * @param events of the months of the early warning
 * @param tallies of what rows come to by a key, of the months that others look at
 */
public record Reuse(Calendar calendar, Kept measures, Kept rejected, Kept events, Kept tallies) {

  /** Where entries are looked for by their names. */
  public interface Store {
    Found find(Table table, Map<Partition, List<String>> wanted);
  }

  /** A store that has nothing. */
  public static final Store NOTHING_KEPT = (table, wanted) -> Found.NOTHING;

  /** Nothing is known: all is read. */
  public static Reuse nothing(Calendar calendar) {
    return new Reuse(calendar, Kept.NOTHING, Kept.NOTHING, Kept.NOTHING, Kept.NOTHING);
  }

  /** What the store knows. */
  public static Reuse of(Calendar calendar, Fingerprints fingerprints, Store store) {
    EntryNames names = new EntryNames(calendar, fingerprints);
    Map<Partition, List<String>> events = names.events();
    Map<Partition, List<String>> before = EntryNames.before(calendar.names().get(0), events);
    Kept watched = new Kept(events, store.find(CellStore.ALERT_EVENT, before));
    Reuse rows = measured(calendar, names.measures(), store).with(watched, Kept.NOTHING);
    Map<Partition, List<String>> tallies =
        KeptTallies.of(calendar).names(rows.asked(), fingerprints);
    return rows.with(watched, new Kept(tallies, store.find(CellStore.MONTHLY_TALLY, tallies)));
  }

  /** A partition is known where its measures are and, under the same name, what does not count. */
  private static Reuse measured(
      Calendar calendar, Map<Partition, List<String>> names, Store store) {
    Found rejected = store.find(CellStore.REJECTED, names);
    Found measured = store.find(CellStore.MEASURE, rejected.names());
    return new Reuse(
        calendar,
        new Kept(names, measured),
        new Kept(names, rejected.of(measured.uses().keySet())),
        Kept.NOTHING,
        Kept.NOTHING);
  }

  private Reuse with(Kept watched, Kept tallied) {
    return new Reuse(calendar, measures, rejected, watched, tallied);
  }

  /** Months of a dataset that are judged and measured; of others it is known what they come to. */
  public Set<String> unknown(Scan scan) {
    return calendar.months(scan).stream()
        .filter(month -> !measures.has(new Partition(scan.dataset(), month)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Rows of months that are judged and measured. */
  public Dataset<Row> unknown(Scan scan, Dataset<Row> rows) {
    Set<String> unknown = unknown(scan);
    return unknown.size() < calendar.months(scan).size()
        ? rows.filter(Rows.PERIOD.in(unknown))
        : rows;
  }

  /**
   * Rows that do not count, of a dataset's months that are known.
   *
   * @return as {@link RejectedRows} has them; empty where no month is known
   */
  public Optional<Dataset<Row>> rejectedBefore(Scan scan) {
    Set<String> known = new TreeSet<>(calendar.months(scan));
    known.removeAll(unknown(scan));
    return rejected
        .found()
        .rows()
        .map(rows -> rows.filter(Parts.DATASET.column().equalTo(scan.dataset())))
        .map(rows -> rows.filter(Rows.PERIOD.in(known)));
  }

  /**
   * The months that are watched: the first of which it is not known what happened, and all later.
   */
  public List<YearMonth> watched() {
    return calendar.ledger().stream()
        .dropWhile(month -> events.has(EntryNames.event(calendar, month.toString())))
        .toList();
  }

  /** What happened to watched households before these months. */
  public Optional<Dataset<Row>> happened() {
    String first = watched().get(0).toString();
    return events
        .found()
        .rows()
        .map(
            rows ->
                rows.filter(Alerts.PERIOD.column().lt(first)).select(Field.columns(Alerts.EVENTS)));
  }

  /** Entries of months that this run watches. */
  public Map<Partition, String> unseen() {
    Map<Partition, String> unseen = new TreeMap<>();
    watched()
        .forEach(
            month -> {
              Partition event = EntryNames.event(calendar, month.toString());
              unseen.put(event, events.names().get(event).get(0));
            });
    return unseen;
  }

  /** Entries of tallies that this run makes: those whose rows it reads. */
  public Map<Partition, String> untallied() {
    KeptTallies kept = KeptTallies.of(calendar);
    Set<Partition> read = reads();
    Map<Partition, String> untallied = tallies.missing();
    untallied.keySet().removeIf(entry -> !kept.isLeft(entry));
    untallied.keySet().removeIf(entry -> !read.containsAll(kept.madeOf(entry)));
    return untallied;
  }

  /** The partitions whose rows are read. */
  public Set<Partition> reads() {
    KeptTallies kept = KeptTallies.of(calendar);
    return reads((tally, month) -> kept.entry(tally, month).filter(tallies::has).isPresent());
  }

  /** Entries of tallies that would spare rows. */
  private Set<Partition> asked() {
    KeptTallies kept = KeptTallies.of(calendar);
    Set<Partition> asked = new TreeSet<>();
    reads(
        (tally, month) -> {
          kept.entry(tally, month).ifPresent(asked::add);
          return false;
        });
    return asked;
  }

  private Set<Partition> reads(BiPredicate<View.Tally, String> known) {
    Plan plan = calendar.plan();
    Reads reads = new Reads(calendar, known);
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
  public List<Forecast> forecast(Map<String, Source> sources, Set<Partition> ever) {
    Set<Partition> read = reads();
    List<Forecast> forecasts = new ArrayList<>();
    sources.forEach(
        (dataset, source) ->
            source
                .rows()
                .forEach(
                    (month, rows) -> {
                      Partition partition = new Partition(dataset, month);
                      boolean beside =
                          read.contains(partition) || !measures.names().containsKey(partition);
                      forecasts.add(
                          new Forecast(dataset, month, rows, reading(partition, beside, ever)));
                    }));
    return forecasts;
  }

  private Forecast.Reading reading(Partition partition, boolean beside, Set<Partition> ever) {
    if (measures.has(partition)) {
      return beside ? Forecast.Reading.BESIDE : Forecast.Reading.KNOWN;
    }
    return ever.contains(partition) ? Forecast.Reading.CHANGED : Forecast.Reading.NEW;
  }
}
