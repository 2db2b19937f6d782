package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.countywise.plan.AggregationPass;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Judgement and measures of a dataset in one pass: counts its rows by region and by the reason why
 * they are rejected, and sums and counts the accepted ones for every view. Breakdowns are summed
 * beside.
 *
 * <p>Out: {@link Rows#PERIOD}, {@link Rows#UNIT}, {@link Rows#REASON}, {@link Rows#ROWS}, {@link
 * Rows#warned}, and {@link Cells} without period and inputs; measures that are zero are left out.
 * Where the dataset has published totals, the cells of rejected rows say what is lost.
 *
 * @param sources for tallies
 */
public record Measure(Scan scan, TallySources sources) implements Stage {
  private static final String TERMS = "_terms";
  private static final String FIRST = "_first";

  @Override
  public Dataset<Row> apply(Dataset<Row> settled) {
    return scan.passes().stream()
        .map(pass -> measured(settled, pass))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private Dataset<Row> measured(Dataset<Row> settled, AggregationPass pass) {
    Dataset<Row> rows = Tally.all(settled, pass.tallies(), sources);
    boolean first = pass.equals(scan.passes().get(0));
    Dataset<Row> cells = totals(rows, pass, first);
    for (View view : pass.views()) {
      for (String dimension : view.dimensions().keySet()) {
        cells = cells.unionByName(broken(rows, view, dimension));
      }
    }
    return cells;
  }

  private Dataset<Row> totals(Dataset<Row> rows, AggregationPass pass, boolean judges) {
    List<Aggregate> aggregates = new ArrayList<>();
    pass.views()
        .forEach(
            view ->
                view.measures().forEach(m -> aggregates.add(aggregate(m, view, accepted(view)))));
    Column one = judges ? lit(1) : lit(null);
    List<Column> sums = new ArrayList<>(List.of(count(one).as(Rows.ROWS.name())));
    List<String> warnings = Warnings.of(scan);
    for (int i = 0; i < warnings.size(); i++) {
      sums.add(count(when(Warnings.has(warnings.get(i)), one)).as(Rows.warned(i).name()));
    }
    aggregates.forEach(aggregate -> sums.addAll(aggregate.columns()));
    Dataset<Row> grouped =
        rows.groupBy(
                Rows.PERIOD.column(),
                Rows.UNIT.column(),
                Rows.REGION.column().as(Cells.REGION.name()),
                Rows.REASON.column())
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    return (hasTotals() ? together(grouped, lost(aggregates)) : grouped)
        .withColumn(Cells.DIMENSION.name(), lit(""))
        .withColumn(Cells.BREAKDOWN.name(), lit(""))
        .select(columns(aggregates));
  }

  /** What a region lost stands beside what it has, since a total is held against both. */
  private static Dataset<Row> together(Dataset<Row> grouped, List<String> lost) {
    WindowSpec region = Window.partitionBy(Rows.PERIOD.column(), Cells.REGION.column());
    WindowSpec acceptedFirst =
        region.orderBy(
            Rows.REASON.column().asc_nulls_first(), Rows.UNIT.column().asc_nulls_first());
    Dataset<Row> together = grouped.withColumn(FIRST, row_number().over(acceptedFirst).equalTo(1));
    for (String name : lost) {
      Column all = sum(Field.declared(name)).over(region);
      together = together.withColumn(name, when(Field.declared(FIRST), all).otherwise(lit(0L)));
    }
    return together.drop(FIRST);
  }

  private Dataset<Row> broken(Dataset<Row> rows, View view, String dimension) {
    List<Aggregate> aggregates =
        view.measures().stream()
            .filter(measure -> measure.dimensions().contains(dimension))
            .map(measure -> aggregate(measure, view, hasTotals() ? accepted(view) : lit(true)))
            .toList();
    Dataset<Row> grouped =
        byValue(rows, view, dimension, aggregates)
            .withColumn(Rows.UNIT.name(), lit(null).cast("string"))
            .withColumn(Rows.REASON.name(), lit(null).cast("string"))
            .withColumn(Rows.ROWS.name(), lit(0L))
            .withColumn(Cells.DIMENSION.name(), lit(dimension));
    for (int i = 0; i < Warnings.of(scan).size(); i++) {
      grouped = grouped.withColumn(Rows.warned(i).name(), lit(0L));
    }
    return grouped.select(columns(aggregates)).filter(size(Cells.VALUES.column()).gt(0));
  }

  private Dataset<Row> byValue(
      Dataset<Row> rows, View view, String dimension, List<Aggregate> aggregates) {
    List<Column> sums = new ArrayList<>();
    aggregates.forEach(aggregate -> sums.addAll(aggregate.columns()));
    Column value = value(view.dimensions().get(dimension));
    Dataset<Row> grouped =
        rows.filter(hasTotals() ? accepted(view).or(lost(view)) : accepted(view))
            .groupBy(
                Rows.PERIOD.column(),
                Rows.REGION.column().as(Cells.REGION.name()),
                concat(lit(dimension + "="), value).as(Cells.BREAKDOWN.name()))
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    if (!hasTotals()) {
      return grouped;
    }
    Column terms = aggregates.stream().map(Aggregate::terms).reduce(Column::plus).orElseThrow();
    return new Unplaced(TERMS, lost(aggregates)).apply(grouped.withColumn(TERMS, terms));
  }

  /** The value of a breakdown; that of a rejected row, where it fails, is unknown. */
  private Column value(String sql) {
    Column value = expr(sql);
    Column tried =
        hasTotals() && Attempt.mayFail(sql)
            ? when(Rows.REASON.column().isNull(), value).otherwise(attempt(sql))
            : value;
    return coalesce(tried.cast("string"), lit("unknown"));
  }

  private static Column attempt(String sql) {
    return new Attempt(expr(sql), Rows.PERIOD.column()).value();
  }

  private static Column accepted(View view) {
    Column accepted = Rows.REASON.column().isNull();
    return view.where().isEmpty() ? accepted : accepted.and(expr(view.where()));
  }

  private static List<String> lost(Collection<Aggregate> aggregates) {
    return aggregates.stream().flatMap(aggregate -> aggregate.lostNames().stream()).toList();
  }

  private boolean hasTotals() {
    return !scan.notCounted().isEmpty();
  }

  private Aggregate aggregate(View.Measure measure, View view, Column rows) {
    return new Aggregate(scan, measure, rows, hasTotals() ? lost(view) : null);
  }

  /** Rejected rows that may be the view's: what they hold is missing in its sums. */
  private static Column lost(View view) {
    return view.where().isEmpty() ? isRejected() : isRejected().and(mayHold(view.where()));
  }

  /** Whether the row of a known region breaks a rule. */
  private static Column isRejected() {
    Column reason = Rows.REASON.column();
    return reason
        .isNotNull()
        .and(reason.isin(ResolveDuplicates.REPEATED, RejectUnannounced.REASON).unary_$bang())
        .and(Rows.REGION.column().isNotNull());
  }

  /** Whether a condition holds as far as a rejected row tells. */
  static Column mayHold(String condition) {
    Column holds = Attempt.mayFail(condition) ? attempt(condition) : expr(condition);
    return coalesce(holds, lit(true));
  }

  private Column[] columns(Collection<Aggregate> aggregates) {
    Stream<Column> warned =
        Stream.iterate(0, i -> i + 1)
            .limit(Warnings.of(scan).size())
            .map(i -> Rows.warned(i).column());
    Stream<Column> judged =
        Stream.of(
            Rows.PERIOD.column(), Rows.UNIT.column(), Rows.REASON.column(), Rows.ROWS.column());
    Stream<Column> cells =
        Stream.of(
            Cells.REGION.column(),
            Cells.DIMENSION.column(),
            Cells.BREAKDOWN.column(),
            values(aggregates).as(Cells.VALUES.name()));
    return Stream.of(judged, warned, cells).flatMap(stream -> stream).toArray(Column[]::new);
  }

  private static Column values(Collection<Aggregate> aggregates) {
    if (aggregates.isEmpty()) {
      return map().cast(Cells.VALUES.type());
    }
    List<Column> entries = new ArrayList<>();
    for (Aggregate aggregate : aggregates) {
      entries.add(lit(aggregate.measure().name()));
      entries.add(aggregate.cell());
    }
    return map_filter(
        map(entries.toArray(Column[]::new)),
        (name, cell) ->
            Field.of(cell, Cells.TERMS)
                .gt(0)
                .or(Field.of(cell, Cells.LOST).gt(0))
                .or(Field.of(cell, Cells.TOTAL_LOST).gt(0))
                .or(Field.of(cell, Cells.TOTAL_HIDDEN).gt(0))
                .or(Field.of(cell, Cells.TOTAL).isNotNull()));
  }
}
