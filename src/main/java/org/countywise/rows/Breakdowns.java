package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.View;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Puts every row in the total and in a value of each breakdown of the views that it is of, so that
 * one aggregation sums them all.
 *
 * <p>In: judged rows with their tallies. Out: the same with one more column, which {@link
 * #DIMENSION} and {@link #BREAKDOWN} are fields of, and the number of the breakdown, 0 for the
 * total.
 *
 * @param views of one pass
 * @param of the rows that a view may count
 * @param rejected whether rejected rows are among these: a value that fails for them is unknown
 */
record Breakdowns(List<View> views, Function<View, Column> of, boolean rejected) implements Stage {
  private static final String NUMBER = "_breakdown";
  private static final String PLACE = "_place";

  /** The dimension of a row, under its name in {@link Cells}. */
  static final Column DIMENSION = inside(Cells.DIMENSION);

  /** The value of the dimension, under its name in {@link Cells}. */
  static final Column BREAKDOWN = inside(Cells.BREAKDOWN);

  /** A breakdown: views that break down by the same expression share it. */
  private record Breakdown(String dimension, String sql) {}

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Map<Breakdown, Column> breakdowns = breakdowns();
    if (breakdowns.isEmpty()) {
      return rows.withColumn(PLACE, place(0, lit(""), lit("")));
    }
    List<Column> places = new ArrayList<>(List.of(place(0, lit(""), lit(""))));
    breakdowns.forEach(
        (breakdown, counts) -> {
          Column dimension = lit(breakdown.dimension());
          Column value = concat(lit(breakdown.dimension() + "="), value(breakdown.sql()));
          places.add(when(counts, place(places.size(), dimension, value)));
        });
    return rows.withColumn(PLACE, explode(array(places.toArray(Column[]::new))))
        .filter(Field.declared(PLACE).isNotNull());
  }

  private static Column inside(Field field) {
    return Field.inside(PLACE, field.name()).as(field.name());
  }

  private static Column place(int number, Column dimension, Column breakdown) {
    return struct(
        lit(number).as(NUMBER),
        dimension.as(Cells.DIMENSION.name()),
        breakdown.as(Cells.BREAKDOWN.name()));
  }

  /** Each with the rows that count in it, in the order of their numbers. */
  private Map<Breakdown, Column> breakdowns() {
    Map<Breakdown, Column> breakdowns = new LinkedHashMap<>();
    for (View view : views) {
      view.dimensions()
          .forEach(
              (dimension, sql) ->
                  breakdowns.merge(new Breakdown(dimension, sql), of.apply(view), Column::or));
    }
    return breakdowns;
  }

  /** Where a row is in the total. */
  static Column isTotal() {
    return number().equalTo(0);
  }

  private static Column number() {
    return Field.inside(PLACE, NUMBER);
  }

  /** Where a measure of a view counts: in the total and its breakdowns. */
  Column holds(View view, View.Measure measure) {
    List<Breakdown> numbered = List.copyOf(breakdowns().keySet());
    Object[] numbers =
        measure.dimensions().stream()
            .map(name -> numbered.indexOf(new Breakdown(name, view.dimensions().get(name))) + 1)
            .toArray();
    return numbered.isEmpty() ? lit(true) : isTotal().or(number().isin(numbers));
  }

  /** The value of a breakdown. */
  private Column value(String sql) {
    Column value = expr(sql);
    Column tried =
        rejected && Attempt.mayFail(sql)
            ? when(Rows.REASON.column().isNull(), value)
                .otherwise(new Attempt(value, Rows.PERIOD.column()).value())
            : value;
    return coalesce(tried.cast("string"), lit("unknown"));
  }
}
