package org.countywise.store;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Manifest;
import org.countywise.rows.Partition;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Rows;
import org.countywise.table.StoreEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in the warehouse what rows came to, so that a later run does not read them again. An entry
 * is what one partition came to; its name is the hash of all it was made of, so that it never has
 * to be changed. Rows lie apart by the release that made them: what is there is never written
 * again, and goes once no readable release uses any row of its part.
 *
 * @param entries uses of entries by releases that can be read, or could once, by table
 * @param readable releases that can be read
 */
public record CellStore(
    SparkSession spark, Draft draft, Map<String, List<Use>> entries, Set<String> readable) {
  /** What partitions were measured to. */
  public static final Table MEASURE = Table.restricted("measure");

  /** Rows of measured partitions that do not count: personal. */
  public static final Table REJECTED = Table.restricted("measure_rejected");

  /** What happened to watched households in a month: personal. */
  public static final Table ALERT_EVENT = Table.restricted("alert_event");

  /** What rows came to by a key in a month: personal. */
  public static final Table MONTHLY_TALLY = Table.restricted("monthly_tally");

  private static final Table ENTRY = Table.restricted("store_entry");

  /** What an entry without rows holds. */
  private static final String NOTHING = "0";

  private static final Logger LOG = LoggerFactory.getLogger(CellStore.class);

  /** What the release that a draft builds on knew. */
  public static CellStore of(SparkSession spark, Draft draft) {
    Map<String, List<Use>> entries = new HashMap<>();
    draft.before(ENTRY).map(Dataset::collectAsList).orElse(List.of()).stream()
        .map(Use::of)
        .forEach(use -> entries.computeIfAbsent(use.table(), of -> new ArrayList<>()).add(use));
    Set<String> readable =
        draft.earlier().stream().map(Manifest::release).collect(Collectors.toSet());
    return new CellStore(spark, draft, entries, readable);
  }

  /**
   * What earlier runs left of some partitions. An entry that does not hold what was written, or
   * cannot be read, is taken for one that is not there.
   *
   * @param wanted names of entries that would do for a partition, the best first
   */
  public Found find(Table table, Map<Partition, List<String>> wanted) {
    Map<String, Use> known = new HashMap<>();
    uses(table).forEach(use -> known.merge(use.entry(), use, CellStore::later));
    Map<Partition, Use> found = new TreeMap<>();
    wanted.forEach(
        (partition, names) ->
            names.stream()
                .filter(known::containsKey)
                .findFirst()
                .ifPresent(name -> found.put(partition, known.get(name))));
    if (found.isEmpty()) {
      return Found.NOTHING;
    }
    Optional<Dataset<Row>> before = draft.before(table);
    try {
      return sound(found, before.map(rows -> Checkpoints.rows(rows.filter(holds(found.values())))));
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      LOG.warn("what earlier runs kept in {} cannot be read, and is made anew", table, e);
      return Found.NOTHING;
    }
  }

  private static Use later(Use one, Use other) {
    return one.made().compareTo(other.made()) < 0 ? other : one;
  }

  /** Whether a row is of one of some entries, as the release left it that made what is used. */
  private static Column holds(Collection<Use> uses) {
    Map<String, Set<String>> entries = new TreeMap<>();
    uses.forEach(
        use -> entries.computeIfAbsent(use.made(), made -> new TreeSet<>()).add(use.entry()));
    return entries.entrySet().stream()
        .map(
            of ->
                StoreEntry.MADE
                    .column()
                    .equalTo(of.getKey())
                    .and(StoreEntry.ENTRY.in(of.getValue())))
        .reduce(Column::or)
        .orElseThrow();
  }

  private static Found sound(Map<Partition, Use> found, Optional<Dataset<Row>> kept) {
    Map<String, String> held = kept.map(Contents::of).orElse(Map.of());
    Map<Partition, Use> sound = new TreeMap<>(found);
    sound.values().removeIf(use -> !use.content().equals(held.getOrDefault(use.entry(), NOTHING)));
    found.keySet().stream()
        .filter(partition -> !sound.containsKey(partition))
        .forEach(
            partition ->
                LOG.warn("what an earlier run kept of {} is damaged, and made anew", partition));
    return new Found(sound, kept.filter(rows -> !sound.isEmpty()).map(rows -> of(sound, rows)));
  }

  private static Dataset<Row> of(Map<Partition, Use> sound, Dataset<Row> kept) {
    return kept.filter(holds(sound.values())).drop(StoreEntry.ENTRY.name(), StoreEntry.MADE.name());
  }

  /** Uses of entries of a table by releases that can be read. */
  private List<Use> uses(Table table) {
    return written(table).filter(use -> readable.contains(use.release())).toList();
  }

  private Stream<Use> written(Table table) {
    return entries.getOrDefault(table.toString(), List.of()).stream();
  }

  /** Partitions that a readable release used an entry of. */
  public Set<Partition> known(Table table) {
    return uses(table).stream().map(Use::of).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Writes what was made into the release, and lets go of what no readable release has used. Of a
   * table for which this run has nothing, all stays as it is known.
   *
   * @return how many rows were written, by table and dataset
   */
  public Map<Table, Map<String, Long>> keep(List<Made> all) {
    List<Row> uses = new ArrayList<>();
    Map<Table, Map<String, Long>> written = new HashMap<>();
    for (Made made : all) {
      List<Use> kept = keep(made);
      kept.forEach(use -> uses.add(use.row()));
      written.put(made.table(), rows(kept));
    }
    Stream.of(MEASURE, REJECTED, ALERT_EVENT, MONTHLY_TALLY)
        .filter(table -> all.stream().noneMatch(made -> made.table().equals(table)))
        .flatMap(this::written)
        .forEach(use -> uses.add(use.row()));
    draft.replace(ENTRY, spark.createDataFrame(uses, StoreEntry.SCHEMA));
    return written;
  }

  /** How many rows the entries have that this release made, by dataset. */
  private Map<String, Long> rows(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.made().equals(draft.release()))
        .collect(
            Collectors.groupingBy(
                use -> use.of().dataset(), TreeMap::new, Collectors.summingLong(Use::rows)));
  }

  private List<Use> keep(Made made) {
    String release = draft.release();
    Optional<Dataset<Row>> rows = made.rows().map(of -> Checkpoints.rows(named(made, of)));
    Map<String, String> contents = rows.map(Contents::of).orElse(Map.of());
    List<Use> uses = new ArrayList<>(uses(made.table()));
    made.found().uses().values().forEach(use -> uses.add(use.by(release)));
    made.names()
        .forEach(
            (of, name) ->
                uses.add(
                    new Use(
                        name,
                        made.table().toString(),
                        of,
                        contents.getOrDefault(name, NOTHING),
                        release,
                        release)));
    Set<String> gone =
        written(made.table()).map(Use::made).collect(Collectors.toCollection(TreeSet::new));
    uses.stream().filter(use -> use.rows() > 0).forEach(use -> gone.remove(use.made()));
    rows.or(() -> draft.before(made.table()).filter(of -> !gone.isEmpty()).map(of -> of.limit(0)))
        .ifPresent(
            of -> {
              gone.add(release);
              draft.add(made.table(), of, StoreEntry.MADE, gone);
            });
    return uses;
  }

  private Dataset<Row> named(Made made, Dataset<Row> rows) {
    List<Row> names = new ArrayList<>();
    made.names()
        .forEach((of, name) -> names.add(RowFactory.create(of.dataset(), of.month(), name)));
    Dataset<Row> named =
        spark.createDataFrame(names, Field.schema(Parts.DATASET, Rows.PERIOD, StoreEntry.ENTRY));
    return rows.join(broadcast(named), Field.names(Parts.DATASET, Rows.PERIOD))
        .withColumn(StoreEntry.MADE.name(), lit(draft.release()));
  }
}
