package org.countywise.run;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Formula;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.rows.Conform;
import org.countywise.rows.OutlierShares;
import org.countywise.rows.Probe;
import org.countywise.rows.Width;
import org.countywise.table.Rows;

/**
 * Finds, after a run has failed to reckon something, which expressions of {@code jobs/} cannot be
 * reckoned, in which months and units, and a row of each. It reckons them again in ever smaller
 * parts; a run that succeeds pays nothing for it.
 */
final class Diagnosis {
  private static final int PLACES = 20;
  private static final int SAMPLED = 5;
  private static final long PARTS = 1L << 40;

  private final JudgedRows judged;
  private final Input input;
  private final Plan plan;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();

  /**
   * A diagnosis of what an engine failed at.
   *
   * @param judged anew, in decimals
   */
  Diagnosis(JudgedRows judged, Input input, Plan plan) {
    this.judged = judged;
    this.input = input;
    this.plan = plan;
  }

  /** A finding for every expression, month and unit; empty where every expression is sound. */
  List<Finding> findings() {
    plan.scans().forEach(this::computed);
    Map<List<Object>, List<Formula>> together =
        plan.formulas().stream()
            .filter(this::canBeRead)
            .collect(
                Collectors.groupingBy(
                    of -> List.of(of.dataset(), of.tallies()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    together.forEach(
        (rows, formulas) -> {
          Scan scan = plan.scan(formulas.get(0).dataset());
          search(scan, judged.measurable(scan), formulas);
        });
    return List.copyOf(findings);
  }

  /** Computed columns, each over those above it: rows are not judged without them. */
  private void computed(Scan scan) {
    if (reads(scan).stream().anyMatch(broken::contains)) {
      broken.add(scan.dataset());
      return;
    }
    Map<String, String> above = new LinkedHashMap<>();
    int digits = plan.regionScheme().unitDigits();
    scan.computed()
        .forEach(
            (name, sql) -> {
              Dataset<Row> rows =
                  new Conform(scan.computing(above), Width.DECIMAL)
                      .apply(input.stored(scan))
                      .withColumn(Rows.UNIT.name(), substring(Rows.DELIVERED.column(), 1, digits))
                      .withColumn(Rows.REGION.name(), Rows.DELIVERED.column())
                      .withColumn(Rows.REASON.name(), lit(null).cast("string"));
              Formula formula =
                  new Formula("column " + name, scan.dataset(), List.of(), List.of(), sql, false);
              if (!broken.contains(scan.dataset()) && search(scan, rows, List.of(formula))) {
                broken.add(scan.dataset());
              }
              above.put(name, sql);
            });
  }

  private static List<String> reads(Scan scan) {
    return scan.lookups().stream().map(Scan.Lookup::dataset).toList();
  }

  private boolean canBeRead(Formula formula) {
    return formula.datasets().stream().noneMatch(broken::contains);
  }

  /** Splits the expressions until each that fails is alone; whether one does. */
  private boolean search(Scan scan, Dataset<Row> rows, List<Formula> formulas) {
    Optional<Arithmetic> failure = failure(rows, formulas);
    if (failure.isEmpty()) {
      return false;
    }
    if (formulas.size() == 1) {
      places(scan, rows, formulas.get(0), failure.get());
      return true;
    }
    int half = formulas.size() / 2;
    boolean first = search(scan, rows, formulas.subList(0, half));
    return search(scan, rows, formulas.subList(half, formulas.size())) || first;
  }

  private Optional<Arithmetic> failure(Dataset<Row> rows, List<Formula> formulas) {
    try {
      new Probe(formulas, judged.everyMonth()).apply(rows).collectAsList();
      return Optional.empty();
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      Optional<Arithmetic> failure = Arithmetic.of(e);
      if (failure.isEmpty()) {
        throw e;
      }
      return failure;
    }
  }

  private void places(Scan scan, Dataset<Row> rows, Formula formula, Arithmetic failure) {
    List<Place> all =
        rows
            .select(Rows.PERIOD.column(), Rows.UNIT.column())
            .distinct()
            .sort(Rows.PERIOD.column(), Rows.UNIT.column())
            .collectAsList()
            .stream()
            .map(Place::of)
            .toList();
    List<Place> failing = new ArrayList<>();
    narrow(rows, formula, all, failing);
    for (int i = 0; i < failing.size(); i++) {
      Place place = failing.get(i);
      List<String> keys = i < SAMPLED ? sample(scan, rows.filter(place.is()), formula) : List.of();
      findings.add(finding(formula, place, failure, keys));
    }
    if (failing.isEmpty()) {
      findings.add(finding(formula, new Place("", ""), failure, List.of()));
    }
  }

  /** A month and a unit. */
  private record Place(String period, String unit) {
    private static Place of(Row row) {
      return new Place(text(row, 0), text(row, 1));
    }

    private static String text(Row row, int i) {
      return row.isNullAt(i) ? "" : row.getString(i);
    }

    private String name() {
      return period + " " + unit;
    }

    private Column is() {
      return column().equalTo(name());
    }

    private static Column column() {
      return concat_ws(
          " ",
          org.apache.spark.sql.functions.coalesce(Rows.PERIOD.column(), lit("")),
          org.apache.spark.sql.functions.coalesce(Rows.UNIT.column(), lit("")));
    }
  }

  private void narrow(Dataset<Row> rows, Formula formula, List<Place> places, List<Place> failing) {
    if (failing.size() >= PLACES || places.isEmpty()) {
      return;
    }
    Object[] names = places.stream().map(Place::name).toArray();
    if (failure(rows.filter(Place.column().isin(names)), List.of(formula)).isEmpty()) {
      return;
    }
    if (places.size() == 1) {
      failing.addAll(places);
      return;
    }
    int half = places.size() / 2;
    narrow(rows, formula, places.subList(0, half), failing);
    narrow(rows, formula, places.subList(half, places.size()), failing);
  }

  /** The key of one row that fails by itself; none where only the sum of rows is too large. */
  private List<String> sample(Scan scan, Dataset<Row> rows, Formula formula) {
    Column key = OutlierShares.key(scan);
    Column hash = xxhash64(key);
    Dataset<Row> left = rows;
    for (long parts = 2; parts < PARTS && left.limit(2).count() > 1; parts *= 2) {
      Column first = pmod(hash, lit(parts)).lt(lit(parts / 2));
      Dataset<Row> upper = left.filter(first);
      Dataset<Row> lower = left.filter(org.apache.spark.sql.functions.not(first));
      if (failure(upper, List.of(formula)).isPresent()) {
        left = upper;
      } else if (failure(lower, List.of(formula)).isPresent()) {
        left = lower;
      } else {
        return List.of();
      }
    }
    return left.select(key).limit(1).collectAsList().stream().map(r -> r.getString(0)).toList();
  }

  private static Finding finding(
      Formula formula, Place place, Arithmetic failure, Collection<String> keys) {
    boolean summed = keys.isEmpty() && formula.summed() && failure == Arithmetic.TOO_LARGE;
    return FindingType.EXPRESSION_FAILED
        .in(formula.dataset(), place.period(), place.unit())
        .rows(keys.size())
        .keys(List.copyOf(keys))
        .saying(summed ? "row_or_sum" : "message")
        .with("expression", formula.name())
        .with("sql", shortened(formula.sql()))
        .with("failure", failure.words())
        .build();
  }

  private static String shortened(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }
}
