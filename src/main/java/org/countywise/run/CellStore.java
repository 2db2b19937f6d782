package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
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
 * again, and goes once no readable release uses any entry of its part.
 */
record CellStore(SparkSession spark, Draft draft) {
  /** What partitions were measured to. */
  static final Table MEASURE = Table.restricted("measure");

  /** What happened to watched households in a month: personal. */
  static final Table ALERT_EVENT = Table.restricted("alert_event");

  private static final Table ENTRY = Table.restricted("store_entry");

  /** What an entry without rows holds. */
  private static final String NOTHING = "0";

  private static final Logger LOG = LoggerFactory.getLogger(CellStore.class);

  /**
   * Entries that are there and sound.
   *
   * @param uses by partition
   * @param rows those of all of them, without the name; empty where there is none
   */
  record Found(Map<Partition, Use> uses, Optional<Dataset<Row>> rows) {
    static final Found NOTHING = new Found(Map.of(), Optional.empty());

    boolean has(Partition partition) {
      return uses.containsKey(partition);
    }
  }

  /** That a release used an entry, which release made it, and what it held. */
  record Use(String entry, Partition of, String content, String made, String release) {
    private static Use of(Row row) {
      Partition of = new Partition(row.getString(2), row.getString(3));
      return new Use(row.getString(0), of, row.getString(4), row.getString(5), row.getString(6));
    }

    private Use by(String other) {
      return new Use(entry, of, content, made, other);
    }

    /** The number before the hash. */
    private long rows() {
      return Long.parseLong(content.replaceFirst(":.*", ""));
    }

    private Row row(Table table) {
      return RowFactory.create(
          entry, table.toString(), of.dataset(), of.month(), content, made, release);
    }
  }

  /**
   * What earlier runs left of some partitions. An entry that does not hold what was written, or
   * cannot be read, is taken for one that is not there.
   *
   * @param wanted names of entries that would do for a partition, the best first
   */
  Found find(Table table, Map<Partition, List<String>> wanted) {
    Map<String, Use> known = new HashMap<>();
    uses(table).forEach(use -> known.merge(use.entry(), use, CellStore::later));
    Map<Partition, Use> found = new TreeMap<>();
    wanted.forEach(
        (partition, names) ->
            names.stream()
                .filter(known::containsKey)
                .findFirst()
                .ifPresent(name -> found.put(partition, known.get(name))));
    Optional<Dataset<Row>> before = draft.before(table);
    if (found.isEmpty() || before.isEmpty()) {
      return Found.NOTHING;
    }
    try {
      return sound(found, Checkpoints.rows(before.get().filter(holds(found.values()))));
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      LOG.warn("what earlier runs kept in {} cannot be read, and is made anew", table, e);
      return Found.NOTHING;
    }
  }

  private static Use later(Use one, Use other) {
    return one.made().compareTo(other.made()) < 0 ? other : one;
  }

  private static Column holds(Collection<Use> uses) {
    Object[] made = uses.stream().map(Use::made).distinct().toArray();
    return StoreEntry.MADE.column().isin(made).and(isIn(uses));
  }

  private static Column isIn(Collection<Use> uses) {
    return StoreEntry.ENTRY.column().isin(uses.stream().map(Use::entry).distinct().toArray());
  }

  private static Found sound(Map<Partition, Use> found, Dataset<Row> kept) {
    Map<String, String> held = contents(kept);
    Map<Partition, Use> sound = new TreeMap<>(found);
    sound.values().removeIf(use -> !use.content().equals(held.getOrDefault(use.entry(), NOTHING)));
    found.keySet().stream()
        .filter(partition -> !sound.containsKey(partition))
        .forEach(
            partition ->
                LOG.warn("what an earlier run kept of {} is damaged, and made anew", partition));
    return new Found(
        sound,
        Optional.of(
            kept.filter(isIn(sound.values()))
                .drop(StoreEntry.ENTRY.name(), StoreEntry.MADE.name())));
  }

  /**
   * How many rows each entry has, with the sum of their hashes, which a column that came later and
   * is null changes as little as the order of columns.
   */
  private static Map<String, String> contents(Dataset<Row> rows) {
    Column[] values =
        Stream.of(rows.schema().fields())
            .filter(field -> !field.name().equals(StoreEntry.ENTRY.name()))
            .filter(field -> !field.name().equals(StoreEntry.MADE.name()))
            .sorted(Comparator.comparing(StructField::name))
            .map(CellStore::hashable)
            .toArray(Column[]::new);
    Map<String, String> contents = new HashMap<>();
    rows.groupBy(StoreEntry.ENTRY.column())
        .agg(
            concat_ws(
                ":", count(lit(1)), sum(xxhash64(values).cast("decimal(20,0)")).cast("string")))
        .collectAsList()
        .forEach(row -> contents.put(row.getString(0), row.getString(1)));
    return contents;
  }

  private static Column hashable(StructField field) {
    Column value = Field.declared(field.name());
    return field.dataType() instanceof MapType ? map_entries(value) : value;
  }

  /** Uses of entries of a table by releases that can be read. */
  private List<Use> uses(Table table) {
    Set<String> readable =
        draft.earlier().stream().map(Manifest::release).collect(Collectors.toSet());
    return written(table).filter(use -> readable.contains(use.release())).toList();
  }

  private Stream<Use> written(Table table) {
    return draft
        .before(ENTRY)
        .map(known -> known.filter(StoreEntry.TABLE.column().equalTo(table.toString())))
        .map(Dataset::collectAsList)
        .orElse(List.of())
        .stream()
        .map(Use::of);
  }

  /** Partitions that a readable release used an entry of. */
  Set<Partition> known(Table table) {
    return uses(table).stream().map(Use::of).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Rows that were made in this run, as entries.
   *
   * @param found entries that were used
   * @param names of entries that are made, by partition; rows of other partitions are left out
   * @param rows with {@link Parts#DATASET} and {@link Rows#PERIOD}
   */
  record Made(Table table, Found found, Map<Partition, String> names, Dataset<Row> rows) {}

  /**
   * Writes what was made into the release, and lets go of what no readable release has used. Of a
   * table for which this run has nothing, all stays as it is known.
   *
   * @return how many rows were written, by table and dataset
   */
  Map<Table, Map<String, Long>> keep(List<Made> all) {
    List<Row> uses = new ArrayList<>();
    Map<Table, Map<String, Long>> written = new HashMap<>();
    for (Made made : all) {
      List<Use> kept = keep(made);
      kept.forEach(use -> uses.add(use.row(made.table())));
      written.put(made.table(), rows(kept));
    }
    Stream.of(MEASURE, ALERT_EVENT)
        .filter(table -> all.stream().noneMatch(made -> made.table().equals(table)))
        .forEach(table -> written(table).forEach(use -> uses.add(use.row(table))));
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
    Dataset<Row> rows = Checkpoints.rows(named(made));
    Map<String, String> contents = contents(rows);
    List<Use> uses = new ArrayList<>(uses(made.table()));
    made.found().uses().values().forEach(use -> uses.add(use.by(release)));
    made.names()
        .forEach(
            (of, name) ->
                uses.add(
                    new Use(name, of, contents.getOrDefault(name, NOTHING), release, release)));
    Set<String> gone =
        written(made.table()).map(Use::made).collect(Collectors.toCollection(TreeSet::new));
    uses.forEach(use -> gone.remove(use.made()));
    gone.add(release);
    draft.add(made.table(), rows, StoreEntry.MADE, gone);
    return uses;
  }

  private Dataset<Row> named(Made made) {
    List<Row> names = new ArrayList<>();
    made.names()
        .forEach((of, name) -> names.add(RowFactory.create(of.dataset(), of.month(), name)));
    Dataset<Row> named =
        spark.createDataFrame(names, Field.schema(Parts.DATASET, Rows.PERIOD, StoreEntry.ENTRY));
    return made.rows()
        .join(broadcast(named), Field.names(Parts.DATASET, Rows.PERIOD))
        .withColumn(StoreEntry.MADE.name(), lit(draft.release()));
  }
}
