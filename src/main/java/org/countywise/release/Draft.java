package org.countywise.release;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.report.Manifest;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A release that is being written, on a branch of every table it touches, where no reader sees it.
 * It builds on the release that was current when it began and is published only while that one
 * still is.
 */
public final class Draft implements AutoCloseable {
  private static final String AFTER = "after_";
  private static final String FIRST = "none";
  private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

  private final SparkSession spark;
  private final References references;
  private final Manifests manifests;
  private final Optional<Manifest> base;
  private final Optional<Long> since;
  private final String branch;
  private final Set<Table> touched = new LinkedHashSet<>();
  private boolean published;

  Draft(SparkSession spark, References references, Manifests manifests, Optional<Manifest> base) {
    this.spark = spark;
    this.references = references;
    this.manifests = manifests;
    this.base = base;
    this.since = manifests.state();
    String run = UUID.randomUUID().toString().replace("-", "");
    this.branch = AFTER + base.map(Manifest::release).orElse(FIRST) + "_" + run;
  }

  /** Whether a branch is that of a run that builds on a release. */
  static boolean isAfter(String release, String branch) {
    return branch.startsWith(AFTER + release + "_");
  }

  /** Id it will have: {@code r0001}, {@code r0002}, … */
  public String release() {
    return Releases.next(base.map(Manifest::release));
  }

  /** The release it builds on. */
  public Optional<Manifest> base() {
    return base;
  }

  /** A table as the release it builds on left it; empty where that did not have it. */
  public Optional<Dataset<Row>> before(Table table) {
    return state(table).map(state -> read(table, state));
  }

  /** Releases before it that can still be read, the oldest first. */
  public List<Manifest> earlier() {
    Releases releases = new Releases(references, manifests);
    return releases.all().stream().filter(releases.states()::readable).toList();
  }

  /** A table as an earlier release left it; empty where that did not have it. */
  public Optional<Dataset<Row>> at(Manifest release, Table table) {
    return Optional.ofNullable(release.tables().get(table.key())).map(state -> read(table, state));
  }

  private Dataset<Row> read(Table table, long state) {
    return spark.read().option("versionAsOf", String.valueOf(state)).table(table.path());
  }

  private Optional<Long> state(Table table) {
    return base.map(manifest -> manifest.tables().get(table.key()));
  }

  /** A table as it will be. */
  public Dataset<Row> read(Table table) {
    return spark.read().option("versionAsOf", branch).table(table.path());
  }

  /** Replaces the values of some months and indicators; other months and indicators stay. */
  public void replaceValues(
      Table table, Dataset<Row> values, List<String> periods, Collection<String> indicators) {
    Column others = not(IndicatorValue.INDICATOR.in(indicators));
    Dataset<Row> all =
        before(table)
            .map(
                known ->
                    known.filter(IndicatorValue.PERIOD.in(periods).and(others)).unionByName(values))
            .orElse(values);
    write(table, inOrder(all), IndicatorValue.PERIOD.in(periods), List.of(IndicatorValue.PERIOD));
  }

  private static Dataset<Row> inOrder(Dataset<Row> values) {
    return values
        .repartition(IndicatorValue.PERIOD.column())
        .sortWithinPartitions(
            Field.columns(
                IndicatorValue.PERIOD,
                IndicatorValue.INDICATOR,
                IndicatorValue.LEVEL,
                IndicatorValue.REGION,
                IndicatorValue.BREAKDOWN));
  }

  /** Takes the rows of indicators out of a table of values, in all months; how many those were. */
  public long withdraw(Table table, Collection<String> indicators) {
    Column gone = IndicatorValue.INDICATOR.in(indicators);
    Optional<Dataset<Row>> before = before(table);
    if (indicators.isEmpty() || before.isEmpty()) {
      return 0;
    }
    Dataset<Row> leaving = before.get().filter(gone);
    List<String> periods =
        leaving
            .select(IndicatorValue.PERIOD.column())
            .distinct()
            .as(Encoders.STRING())
            .collectAsList();
    if (periods.isEmpty()) {
      return 0;
    }
    Dataset<Row> values = touched.contains(table) ? read(table) : before.get();
    Column months = IndicatorValue.PERIOD.in(periods);
    Dataset<Row> left = inOrder(values.filter(months.and(not(gone))));
    write(table, left, months, List.of(IndicatorValue.PERIOD));
    return leaving.count();
  }

  /** Replaces the rows of some months; other months stay. */
  public void replaceMonths(Table table, Dataset<Row> rows, List<String> periods) {
    Dataset<Row> ordered = rows.coalesce(1).sortWithinPartitions(IndicatorValue.PERIOD.column());
    write(table, ordered, IndicatorValue.PERIOD.in(periods), List.of(IndicatorValue.PERIOD));
  }

  /**
   * Adds rows to a table that lies in parts, and takes parts out of it; what stays is not read.
   *
   * @param part the column that says the part of a row
   * @param gone values of it
   */
  public void add(Table table, Dataset<Row> rows, Field part, Collection<String> gone) {
    Column parts = part.in(gone);
    write(table, rows.sortWithinPartitions(part.column()), parts, List.of(part));
  }

  /** Replaces rows by their key, the first column, and adds new ones; others stay. */
  public void merge(Table table, Dataset<Row> rows) {
    String key = rows.columns()[0];
    Dataset<Row> all =
        before(table)
            .map(
                known ->
                    known
                        .join(rows.select(Field.declared(key)), shared(key), "left_anti")
                        .unionByName(rows, true))
            .orElse(rows);
    replace(table, all);
  }

  private static scala.collection.immutable.Seq<String> shared(String name) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(name)).toSeq();
  }

  /** Replaces all rows. */
  public void replace(Table table, Dataset<Row> rows) {
    write(table, rows.coalesce(1), lit(true), List.of());
  }

  private void write(Table table, Dataset<Row> rows, Column replaced, List<Field> partitions) {
    begin(table, rows, partitions);
    try {
      rows.writeTo(table.branch(branch)).option("distribution-mode", "none").overwrite(replaced);
    } catch (AnalysisException e) {
      throw new IllegalStateException("the table " + table + " is gone", e);
    }
  }

  private void begin(Table table, Dataset<Row> rows, List<Field> partitions) {
    if (!touched.add(table)) {
      return;
    }
    if (!references.exists(table)) {
      references.create(table, rows.schema(), partitions);
    }
    references.widen(table, rows.schema());
    references.branch(table, branch, state(table).orElse(null));
  }

  /**
   * Makes it the current release, of all tables at once. Readers find it from the moment its
   * manifest is there; what the heads of the tables show follows.
   *
   * @return its manifest
   * @throws RaceException when another run published meanwhile
   */
  public Manifest publish(Manifest.Planned planned, Manifest.Contents contents) {
    Map<String, Long> states = new TreeMap<>(base.map(Manifest::tables).orElse(Map.of()));
    touched.forEach(table -> states.put(table.key(), written(table)));
    String before = base.map(Manifest::release).orElse("");
    Manifest complete =
        Manifest.of(planned, contents, new Manifest.Standing(release(), before, states));
    try {
      manifests.add(complete, since);
    } catch (RaceException another) {
      throw another;
    } catch (RuntimeException | FSError e) {
      if (!manifests.all().contains(complete)) {
        throw e;
      }
      LOG.warn("the release is there, though writing its manifest ended with a failure", e);
    }
    published = true;
    return complete;
  }

  /** Its state of a table; the branch is gone where another run has published since. */
  private long written(Table table) {
    return references.state(table, branch).orElseThrow(() -> new RaceException(release(), null));
  }

  /** Takes back what was written, unless it was published. */
  @Override
  public void close() {
    if (!published) {
      touched.forEach(table -> references.drop(table, branch));
    }
  }
}
