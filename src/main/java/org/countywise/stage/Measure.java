package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Sums and counts the rows of one view by region and period, once without breakdown and once for
 * each.
 *
 * <p>Out: {@link Cells#SCHEMA} without its inputs; measures that are zero are left out.
 *
 * @param datasets settled rows by dataset, for tallies
 */
public record Measure(Scan scan, View view, Map<String, Dataset<Row>> datasets) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> settled) {
    Dataset<Row> rows = Accepted.rows(settled, view.where(), view.tallies(), datasets);
    Dataset<Row> cells = cells(rows, "", lit(""));
    for (Map.Entry<String, String> dimension : view.dimensions().entrySet()) {
      Column value = coalesce(expr(dimension.getValue()).cast("string"), lit("unknown"));
      Column breakdown = concat(lit(dimension.getKey() + "="), value);
      cells = cells.unionByName(cells(rows, dimension.getKey(), breakdown));
    }
    return cells;
  }

  private Dataset<Row> cells(Dataset<Row> rows, String dimension, Column breakdown) {
    List<View.Measure> measures =
        view.measures().stream()
            .filter(measure -> dimension.isEmpty() || measure.dimensions().contains(dimension))
            .toList();
    List<Column> aggregates = new ArrayList<>();
    measures.forEach(measure -> aggregates.addAll(new Aggregate(measure).columns()));
    Dataset<Row> grouped =
        rows.groupBy(
                Rows.PERIOD.column(),
                Rows.REGION.column().as(Cells.REGION.name()),
                breakdown.as(Cells.BREAKDOWN.name()))
            .agg(
                aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
    return grouped
        .select(
            Cells.PERIOD.column(),
            Cells.REGION.column(),
            lit(dimension).as(Cells.DIMENSION.name()),
            Cells.BREAKDOWN.column(),
            values(measures).as(Cells.VALUES.name()))
        .filter(size(Cells.VALUES.column()).gt(0));
  }

  private Column values(List<View.Measure> measures) {
    List<Column> entries = new ArrayList<>();
    for (View.Measure measure : measures) {
      entries.add(lit(measure.name()));
      entries.add(new Aggregate(measure).cell());
    }
    return map_filter(
        map(entries.toArray(Column[]::new)),
        (name, cell) ->
            Field.of(cell, Cells.TERMS)
                .gt(0)
                .or(Field.of(cell, Cells.TOTAL_HIDDEN).gt(0))
                .or(Field.of(cell, Cells.TOTAL).isNotNull()));
  }

  /** The aggregates of one measure and the cell made of them. */
  private final class Aggregate {
    private final View.Measure measure;
    private final Column counts;
    private final Column isTotal;

    Aggregate(View.Measure measure) {
      this.measure = measure;
      Column where = measure.where().isEmpty() ? lit(true) : expr(measure.where());
      boolean everyRow = !measure.total().isEmpty() || scan.notCounted().isEmpty();
      this.counts = everyRow ? where : where.and(Rows.TOTAL.column().unary_$bang());
      this.isTotal = measure.total().isEmpty() ? lit(false) : expr(measure.total());
    }

    List<Column> columns() {
      List<Column> columns =
          new ArrayList<>(List.of(total().as(name(Cells.SUM)), rows(counts).as(name(Cells.TERMS))));
      if (measure.kind() == View.Kind.SUM) {
        Column value = expr(measure.expression());
        columns.add(
            rows(counts.and(value.isNull()).and(hidden().unary_$bang())).as(name(Cells.UNKNOWN)));
        columns.add(rows(counts.and(hidden())).as(name(Cells.HIDDEN)));
        columns.add(sum(when(isTotal, value)).as(name(Cells.TOTAL)));
        columns.add(rows(isTotal.and(hidden())).as(name(Cells.TOTAL_HIDDEN)));
      }
      return columns;
    }

    private Column total() {
      return switch (measure.kind()) {
        case COUNT -> rows(counts);
        case SUM -> sum(when(counts, expr(measure.expression())));
        case DISTINCT -> count_distinct(when(counts, expr(measure.expression())));
      };
    }

    private Column rows(Column where) {
      return count(when(where, 1));
    }

    private Column hidden() {
      return scan.hidden().stream()
          .flatMap(hidden -> hidden.columns().stream())
          .distinct()
          .filter(
              column ->
                  Pattern.compile("\\b" + column + "\\b").matcher(measure.expression()).find())
          .map(column -> Rows.hidden(column).column())
          .reduce(Column::or)
          .orElse(lit(false));
    }

    Column cell() {
      Column none = lit(0L);
      boolean sum = measure.kind() == View.Kind.SUM;
      return struct(
          Field.declared(name(Cells.SUM)).cast(Field.EXACT).as(Cells.SUM.name()),
          (sum ? Field.declared(name(Cells.UNKNOWN)) : none).as(Cells.UNKNOWN.name()),
          (sum ? Field.declared(name(Cells.HIDDEN)) : none).as(Cells.HIDDEN.name()),
          Field.declared(name(Cells.TERMS)).as(Cells.TERMS.name()),
          (sum ? Field.declared(name(Cells.TOTAL)) : lit(null))
              .cast(Field.EXACT)
              .as(Cells.TOTAL.name()),
          (sum ? Field.declared(name(Cells.TOTAL_HIDDEN)) : none).as(Cells.TOTAL_HIDDEN.name()));
    }

    private String name(Field field) {
      return measure.name() + "." + field.name();
    }
  }
}
