package org.countywise.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Deliveries;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Composite;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.rows.Calendar;
import org.countywise.rows.Relocate;
import org.countywise.rows.RowTrace;
import org.countywise.rows.WithParents;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * Explains one number: follows every row of its region from the delivery to the number, after an
 * engine has measured and published for the period.
 *
 * @param breakdown {@code name=value}, empty for the total
 */
record LineageTrace(
    Engine engine,
    Computed computed,
    Calendar calendar,
    String indicator,
    String region,
    String breakdown) {
  private static final String LEAVES = "in a county that lacks other data of the indicator";
  private static final String NUMBER = "_number";

  /** The funnels of both sides, beside the values that came out again. */
  Explanation explain() {
    Derivation derivation =
        calendar.plan().indicators().stream()
            .filter(of -> of.indicator().equals(indicator))
            .findFirst()
            .orElseThrow();
    List<Explanation.Funnel> funnels = new ArrayList<>();
    List<String> made = new ArrayList<>();
    follow("numerator", derivation.numerator(), funnels, made);
    LineageTrace beneath = derivation.wholeDenominator() ? ofTheWhole() : this;
    beneath.follow("denominator", derivation.denominator(), funnels, made);
    calendar.plan().distributions().stream()
        .filter(of -> of.indicator().equals(indicator))
        .forEach(
            of -> {
              made.add(of.toString().lines().findFirst().orElseThrow());
              funnels.add(records(of));
            });
    Map<String, Row> cells = cells(computed.values());
    Row cell = cells.get(region);
    return new Explanation(
        funnels,
        made,
        children(cells),
        cell == null ? null : cell.getDecimal(1),
        cell == null ? null : cell.getDecimal(2));
  }

  private LineageTrace ofTheWhole() {
    return new LineageTrace(engine, computed, calendar, indicator, region, "");
  }

  /** Region, numerator, denominator and status of every region, by region. */
  private Map<String, Row> cells(Dataset<Row> values) {
    Map<String, Row> cells = new TreeMap<>();
    values
        .filter(
            IndicatorValue.INDICATOR
                .column()
                .equalTo(indicator)
                .and(IndicatorValue.BREAKDOWN.column().equalTo(breakdown)))
        .select(
            Field.columns(
                IndicatorValue.REGION,
                IndicatorValue.NUMERATOR,
                IndicatorValue.DENOMINATOR,
                IndicatorValue.STATUS))
        .collectAsList()
        .forEach(row -> cells.put(row.getString(0), row));
    return cells;
  }

  /** Regions whose parent this one is, or the units of this group. */
  private List<Explanation.Child> children(Map<String, Row> cells) {
    return computed.places().inside(region).stream()
        .map(cells::get)
        .filter(java.util.Objects::nonNull)
        .map(
            row ->
                new Explanation.Child(
                    row.getString(0), row.getDecimal(1), row.getDecimal(2), row.getString(3)))
        .toList();
  }

  private void follow(
      String side, Derivation.Side of, List<Explanation.Funnel> funnels, List<String> made) {
    YearMonth period = calendar.periods().get(0);
    for (Derivation.Term term : of.terms()) {
      for (YearMonth month : term.months().from(period)) {
        follow(side, term.measure(), term.coefficient(), month.toString(), funnels, made);
      }
    }
  }

  private void follow(
      String side,
      String measure,
      BigDecimal times,
      String month,
      List<Explanation.Funnel> funnels,
      List<String> made) {
    Plan plan = calendar.plan();
    for (Composite composite : plan.composites()) {
      if (composite.name().equals(measure)) {
        made.add(composite.toString());
        composite.of().forEach(of -> follow(side, of, null, month, funnels, made));
        return;
      }
    }
    for (Scan scan : scans()) {
      for (View view : scan.views()) {
        for (View.Measure of : view.measures()) {
          if (of.name().equals(measure)) {
            RowTrace rowTrace = new RowTrace(scan, view, of, breakdown, engine.sources());
            funnels.add(funnel(side, rowTrace, times, month));
            return;
          }
        }
      }
    }
  }

  /** What became of the records of a statistic; its number is how many there are. */
  private Explanation.Funnel records(Distribution of) {
    String name = "the records of the " + of.kind().name().toLowerCase(Locale.ROOT);
    View.Measure counted = new View.Measure(name, View.Kind.COUNT, "", "", "", List.of());
    Scan scan = calendar.plan().scan(of.dataset());
    RowTrace rowTrace = new RowTrace(scan, of.view(), counted, breakdown, engine.sources());
    return funnel("numerator", rowTrace, null, calendar.names().get(0));
  }

  private List<Scan> scans() {
    List<Scan> scans = new ArrayList<>(calendar.plan().scans());
    if (calendar.plan().watch() != null) {
      scans.add(calendar.plan().watch().alerts());
    }
    return scans;
  }

  private Explanation.Funnel funnel(
      String side, RowTrace rowTrace, BigDecimal times, String month) {
    Scan scan = rowTrace.scan();
    Dataset<Row> rows = mine(rowTrace.apply(rows(scan, month)));
    Map<String, Long> fates = new LinkedHashMap<>();
    rows.groupBy(Rows.FATE.column())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> fates.put(row.getString(0), row.getLong(1)));
    List<String> order = rowTrace.conditions();
    List<Explanation.Lost> lost =
        fates.entrySet().stream()
            .filter(fate -> !fate.getKey().equals(RowTrace.COUNTED))
            .map(fate -> new Explanation.Lost(fate.getKey(), fate.getValue()))
            .sorted(
                Comparator.comparingInt((Explanation.Lost l) -> rank(l.why(), order))
                    .thenComparing(Explanation.Lost::why))
            .toList();
    return new Explanation.Funnel(
        side,
        rowTrace.measure().name(),
        scan.dataset(),
        month,
        times,
        fates.values().stream().mapToLong(Long::longValue).sum(),
        lost,
        fates.getOrDefault(RowTrace.COUNTED, 0L),
        rows.agg(rowTrace.number().as(NUMBER)).first().getDecimal(0));
  }

  private static int rank(String why, List<String> conditions) {
    if (why.startsWith(RowTrace.OUTSIDE)) {
      return 2 + conditions.indexOf(why.substring(RowTrace.OUTSIDE.length()));
    }
    return why.equals(LEAVES) ? 1 : 0;
  }

  private Dataset<Row> rows(Scan scan, String month) {
    Dataset<Row> rows =
        engine
            .earlyWarning()
            .filter(earlyWarning -> scan.equals(calendar.plan().watch().alerts()))
            .map(EarlyWarning::judged)
            .orElseGet(() -> engine.rows(scan.dataset()));
    return scan.kind() == Scan.Kind.REFERENCE
        ? engine.located(Rows.REGION).apply(rows.withColumn(Rows.PERIOD.name(), lit(month)))
        : rows.filter(Rows.PERIOD.column().equalTo(month));
  }

  /**
   * The rows that lie in the region, in the territory of the period; those whose unit leaves the
   * regions above it do not count there.
   */
  private Dataset<Row> mine(Dataset<Row> rows) {
    String period = calendar.names().get(0);
    Object[] lacking =
        computed.coverage().incomplete().stream()
            .filter(spot -> spot.indicator().equals(indicator))
            .map(Deliveries.Spot::region)
            .toArray();
    Dataset<Row> placed =
        new WithParents(computed.placeRows(), calendar.plan().regionScheme().unitDigits())
            .apply(
                relocated(
                    rows.withColumn(Parts.MONTH.name(), Rows.PERIOD.column())
                        .withColumn(Regions.PERIOD.name(), lit(period))
                        .withColumn(Regions.REGION.name(), Rows.REGION.column())));
    Column within = array_contains(codes(Regions.WITHIN), lit(region));
    Column above = array_contains(codes(Regions.ABOVE), lit(region));
    Column leaves = above.and(Regions.UNIT.column().isin(lacking));
    Column counted = Rows.FATE.column().equalTo(RowTrace.COUNTED);
    return placed
        .filter(within.or(above))
        .withColumn(
            Rows.FATE.name(), when(leaves.and(counted), lit(LEAVES)).otherwise(Rows.FATE.column()));
  }

  private Dataset<Row> relocated(Dataset<Row> rows) {
    return new Relocate(engine.moves(), List.of(Parts.MONTH, Regions.PERIOD), Regions.REGION)
        .apply(rows);
  }

  private static Column codes(Field places) {
    return concat(
        array().cast("array<string>"),
        transform(places.column(), place -> place.getField(Regions.REGION.name())));
  }
}
