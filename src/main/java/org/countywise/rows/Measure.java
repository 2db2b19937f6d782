package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * they are rejected, and sums and counts the accepted ones for every view and breakdown.
 *
 * <p>Out: {@link Rows#PERIOD}, {@link Rows#UNIT}, {@link Rows#REASON}, {@link Rows#ROWS}, {@link
 * Rows#warned}, and {@link Cells} without period and inputs; measures that are zero are left out.
 * Where the dataset has published totals, the cells of rejected rows say what is lost.
 *
 * @param counted months whose rows are measured, the others are judged only; empty for all
 * @param sources for tallies
 */
public record Measure(Scan scan, Set<String> counted, TallySources sources) implements Stage {
  private static final String COUNTED = "_counted";
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
    boolean judges = pass.equals(scan.passes().get(0));
    Breakdowns breakdowns = new Breakdowns(pass.views(), this::mayCount, hasTotals());
    Dataset<Row> rows = breakdowns.apply(tallied(settled, pass, judges));
    List<Aggregate> aggregates =
        pass.views().stream().flatMap(view -> aggregates(view, breakdowns)).toList();
    Column total = Breakdowns.isTotal();
    Column one = judges ? when(total, 1) : lit(null);
    List<Column> sums = new ArrayList<>(List.of(count(one).as(Rows.ROWS.name())));
    List<String> warnings = Warnings.of(scan);
    for (int i = 0; i < warnings.size(); i++) {
      sums.add(count(when(Warnings.has(warnings.get(i)), one)).as(Rows.warned(i).name()));
    }
    aggregates.forEach(aggregate -> sums.addAll(aggregate.columns()));
    Dataset<Row> grouped =
        rows.groupBy(
                Rows.PERIOD.column(),
                when(total, Rows.UNIT.column()).as(Rows.UNIT.name()),
                Rows.REGION.column().as(Cells.REGION.name()),
                when(total, Rows.REASON.column()).as(Rows.REASON.name()),
                Breakdowns.DIMENSION,
                Breakdowns.BREAKDOWN)
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    return (hasTotals() ? withLost(grouped, aggregates) : grouped)
        .select(columns(aggregates))
        .filter(inTotal().or(size(Cells.VALUES.column()).gt(0)));
  }

  /** The rows with what stands beside those that are counted. */
  private Dataset<Row> tallied(Dataset<Row> settled, AggregationPass pass, boolean judges) {
    if (counted.isEmpty()) {
      return new Tallies(pass.tallies(), sources).apply(settled).withColumn(COUNTED, lit(true));
    }
    Column counts = coalesce(Rows.PERIOD.column().isin(counted.toArray()), lit(false));
    if (pass.tallies().isEmpty()) {
      return settled.withColumn(COUNTED, counts);
    }
    Dataset<Row> tallied =
        new Tallies(pass.tallies(), sources)
            .apply(settled.filter(counts))
            .withColumn(COUNTED, lit(true));
    return judges
        ? tallied.unionByName(settled.filter(not(counts)).withColumn(COUNTED, lit(false)), true)
        : tallied;
  }

  private Dataset<Row> withLost(Dataset<Row> grouped, Collection<Aggregate> aggregates) {
    List<String> lost = lost(aggregates);
    Dataset<Row> totals = together(grouped.filter(inTotal()), lost);
    if (scan.views().stream().allMatch(view -> view.dimensions().isEmpty())) {
      return totals;
    }
    Column terms = aggregates.stream().map(Aggregate::terms).reduce(Column::plus).orElseThrow();
    Dataset<Row> broken = grouped.filter(not(inTotal())).withColumn(TERMS, terms);
    return totals.unionByName(new Unplaced(TERMS, lost).apply(broken));
  }

  private static Column inTotal() {
    return Cells.DIMENSION.column().equalTo("");
  }

  /** What a region lost stands beside what it has, since a total is held against both. */
  private static Dataset<Row> together(Dataset<Row> grouped, Iterable<String> lost) {
    WindowSpec region = Window.partitionBy(Rows.PERIOD.column(), Cells.REGION.column());
    WindowSpec acceptedFirst =
        region.orderBy(
            Rows.REASON.column().asc_nulls_first(), Rows.UNIT.column().asc_nulls_first());
    Dataset<Row> together = grouped.withColumn(FIRST, row_number().over(acceptedFirst).equalTo(1));
    Map<String, Column> first = new LinkedHashMap<>();
    for (String name : lost) {
      Column all = sum(Field.declared(name)).over(region);
      first.put(name, when(Field.declared(FIRST), all).otherwise(lit(0L)));
    }
    return together.withColumns(first).drop(FIRST);
  }

  /** Rows that a view counts, or may count. */
  private Column mayCount(View view) {
    Column counts = hasTotals() ? accepted(view).or(lost(view)) : accepted(view);
    return Field.declared(COUNTED).and(counts);
  }

  private Stream<Aggregate> aggregates(View view, Breakdowns breakdowns) {
    return view.measures().stream()
        .map(
            measure -> {
              Column here = Field.declared(COUNTED).and(breakdowns.holds(view, measure));
              Column lost = hasTotals() ? here.and(lost(view)) : null;
              return new Aggregate(scan, measure, here.and(accepted(view)), lost);
            });
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
    Column holds =
        Attempt.mayFail(condition)
            ? new Attempt(expr(condition), Rows.PERIOD.column()).value()
            : expr(condition);
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
