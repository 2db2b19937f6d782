package org.countywise.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Of a delivery, the rows that may count in one unit, and all that these point to or are joined
 * with. What counts in the unit comes out as from all rows; what comes out elsewhere means nothing.
 *
 * <p>Whole are reference data, control totals, datasets whose keys repeat (a row may conflict with
 * one of another unit), and those whose place or key is not a column of the file.
 */
final class UnitRows implements Input {
  private static final String MARK = "_inside";

  private final Files files;
  private final Plan plan;
  private final Set<String> units;
  private final Set<String> repeating;
  private final SparkSession session;

  /** Rows that lie in the unit by their own code, or with the row that says where they lie. */
  private final Map<String, Dataset<Row>> inside = new HashMap<>();

  private final Map<String, Dataset<Row>> kept = new HashMap<>();

  private UnitRows(Files files, Plan plan, Set<String> units, SparkSession session) {
    this.files = files;
    this.plan = plan;
    this.units = units;
    this.session = session;
    this.repeating = new Keys(files).repeating(plan.scans());
  }

  /**
   * Reads the rows of a unit.
   *
   * @param session the session that works with them
   */
  static UnitRows of(Files files, Plan plan, String unit, SparkSession session) {
    Set<String> units = new UnitCodes(plan.regionScheme(), files, plan.scans()).of(unit);
    UnitRows rows = new UnitRows(files, plan, units, session);
    plan.scans().forEach(rows::settle);
    rows.plan.scans().forEach(scan -> rows.views(scan).forEach(view -> rows.join(scan, view)));
    List<Scan> children = new ArrayList<>(plan.scans());
    Collections.reverse(children);
    children.forEach(scan -> scan.lookups().forEach(lookup -> rows.follow(scan, lookup)));
    return rows;
  }

  @Override
  public Dataset<Row> stored(Scan scan) {
    Dataset<Row> rows = kept.get(scan.dataset());
    return rows == null
        ? new Files(session, files.sources()).stored(scan)
        : session.createDataFrame(rows.javaRDD(), rows.schema());
  }

  @Override
  public Set<String> months(Scan scan) {
    return files.months(scan);
  }

  @Override
  public boolean dense(Scan scan) {
    return files.dense(scan);
  }

  @Override
  public Set<String> repeating(List<Scan> scans) {
    return repeating;
  }

  /** Finds the rows inside, and keeps these only where that is safe. */
  private void settle(Scan scan) {
    boolean placed = scan.region().isEmpty() || has(scan, List.of(scan.region()));
    if (scan.kind() == Scan.Kind.REFERENCE || !scan.hasRegion() || !placed) {
      return;
    }
    Scan.Lookup locator = scan.locator().filter(of -> !isRoster(of)).orElse(null);
    if (locator != null && !(inside.containsKey(locator.dataset()) && has(scan, locator.on()))) {
      return;
    }
    Dataset<Row> rows = held(inside(scan, locator));
    inside.put(scan.dataset(), rows);
    boolean unique = has(scan, scan.key()) && !scan.key().isEmpty();
    if (unique && !repeating.contains(scan.dataset()) && !plan.deliveryRules().isTotals(scan)) {
      kept.put(scan.dataset(), rows);
    }
  }

  private boolean isRoster(Scan.Lookup lookup) {
    return plan.scan(lookup.dataset()).kind() == Scan.Kind.REFERENCE;
  }

  private Dataset<Row> inside(Scan scan, Scan.Lookup locator) {
    Dataset<Row> stored = files.stored(scan);
    Column own =
        scan.region().isEmpty()
            ? functions.lit(false)
            : Field.declared(scan.region())
                .substr(1, plan.regionScheme().unitDigits())
                .isin(units.toArray());
    if (locator == null) {
      return stored.filter(own);
    }
    Dataset<Row> counterparts =
        keys(inside.get(locator.dataset()), locator.to(), true)
            .toDF(withPeriod(locator.on()).toArray(String[]::new))
            .withColumn(MARK, functions.lit(true));
    Column[] columns = Stream.of(stored.columns()).map(Field::declared).toArray(Column[]::new);
    return stored
        .join(functions.broadcast(counterparts), columns(withPeriod(locator.on())), "left")
        .filter(own.or(Field.declared(MARK)))
        .select(columns);
  }

  private static Dataset<Row> held(Dataset<Row> rows) {
    return rows.coalesce(1).localCheckpoint(true);
  }

  /** Whether these are columns of the files, under the types they are declared as. */
  private static boolean has(Scan scan, List<String> columns) {
    return columns.stream()
        .allMatch(
            name -> scan.columns().stream().anyMatch(of -> of.name().equals(name) && !of.text()));
  }

  private Stream<View> views(Scan scan) {
    return Stream.concat(
        scan.views().stream(),
        plan.distributions().stream()
            .filter(of -> of.dataset().equals(scan.dataset()))
            .map(of -> of.view()));
  }

  private void join(Scan scan, View view) {
    view.tallies().forEach(tally -> join(scan.dataset(), tally));
  }

  /** Keeps all rows that are tallied beside the rows of the unit, in whatever month. */
  private void join(String dataset, View.Tally tally) {
    Dataset<Row> rows = kept.getOrDefault(dataset, inside.get(dataset));
    Scan other = plan.scan(tally.dataset());
    if (rows == null || !has(plan.scan(dataset), tally.on()) || !has(other, tally.on())) {
      kept.remove(other.dataset());
    } else if (kept.containsKey(other.dataset())) {
      add(other, tally.on(), keys(rows, tally.on(), false));
    }
    tally.tallies().forEach(inner -> join(tally.dataset(), inner));
  }

  /** Keeps the rows that kept ones point to; where all are kept, so is all they point to. */
  private void follow(Scan scan, Scan.Lookup lookup) {
    Scan other = plan.scan(lookup.dataset());
    if (!kept.containsKey(other.dataset())) {
      return;
    }
    if (!kept.containsKey(scan.dataset()) || !has(scan, lookup.on()) || !has(other, lookup.to())) {
      kept.remove(other.dataset());
      return;
    }
    List<String> to = withPeriod(lookup.to());
    Dataset<Row> missing =
        keys(kept.get(scan.dataset()), lookup.on(), true)
            .toDF(to.toArray(String[]::new))
            .join(kept.get(other.dataset()), columns(to), "left_anti");
    if (!missing.isEmpty()) {
      add(other, lookup.to(), missing);
    }
  }

  private void add(Scan scan, List<String> on, Dataset<Row> keys) {
    Dataset<Row> before = kept.get(scan.dataset());
    Dataset<Row> more =
        semi(files.stored(scan), on, keys)
            .join(before, columns(withPeriod(scan.key())), "left_anti");
    kept.put(scan.dataset(), held(before.unionByName(more, true)));
  }

  private static Dataset<Row> semi(Dataset<Row> rows, List<String> on, Dataset<Row> keys) {
    List<String> names = new ArrayList<>(on);
    if (keys.columns().length > on.size()) {
      names.add(Rows.PERIOD.name());
    }
    return rows.join(
        functions.broadcast(keys.toDF(names.toArray(String[]::new))), columns(names), "left_semi");
  }

  private static Dataset<Row> keys(Dataset<Row> rows, List<String> columns, boolean byPeriod) {
    List<String> names = byPeriod ? withPeriod(columns) : columns;
    return rows.select(names.stream().map(Field::declared).toArray(Column[]::new)).distinct();
  }

  private static List<String> withPeriod(List<String> columns) {
    List<String> names = new ArrayList<>(columns);
    names.add(Rows.PERIOD.name());
    return names;
  }

  private static scala.collection.immutable.Seq<String> columns(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }
}
