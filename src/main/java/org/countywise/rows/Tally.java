package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Months;
import org.countywise.plan.View;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Puts beside every row what the rows of another dataset come to, as a struct of the tally's name:
 * counts and sums are 0 where there is no row, the least and the greatest are null.
 */
public record Tally(View.Tally tally, TallySources sources) implements Stage {
  private static final String PERIOD = "period";

  /** Rows with all of some tallies. */
  public static Dataset<Row> all(
      Dataset<Row> rows, List<View.Tally> tallies, TallySources sources) {
    Dataset<Row> tallied = rows;
    for (View.Tally tally : tallies) {
      tallied = new Tally(tally, sources).apply(tallied);
    }
    return tallied;
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Column[] beside =
        tally.values().stream().map(value -> orZero(value).as(value.name())).toArray(Column[]::new);
    String[] joined =
        Stream.concat(
                tally.values().stream().map(value -> column(value.name())),
                Stream.concat(Stream.of(column(PERIOD)), tally.on().stream().map(this::column)))
            .toArray(String[]::new);
    return rows.join(values(), matches(), "left")
        .withColumn(tally.name(), struct(beside))
        .drop(joined);
  }

  private Column orZero(View.Value value) {
    Column found = Field.declared(column(value.name()));
    boolean zero = value.how() == View.How.COUNT || value.how() == View.How.SUM;
    return zero ? coalesce(found, lit(0L)) : found;
  }

  private Dataset<Row> values() {
    Dataset<Row> accepted =
        sources.datasets().get(tally.dataset()).filter(Rows.REASON.column().isNull());
    TallySources beside = tally.months() == Months.THIS ? sources : sources.beside(Set.of());
    Dataset<Row> tallied = all(accepted, tally.tallies(), beside);
    Dataset<Row> wanted = tally.where().isEmpty() ? tallied : tallied.filter(expr(tally.where()));
    List<Column> by = new ArrayList<>(List.of(Field.declared(column(PERIOD))));
    tally.on().forEach(name -> by.add(Field.declared(name).as(column(name))));
    List<Column> values = tally.values().stream().map(this::value).toList();
    return inPeriods(wanted)
        .groupBy(by.toArray(Column[]::new))
        .agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new));
  }

  /** The rows with the period they are tallied in: with a window, once in each that holds them. */
  private Dataset<Row> inPeriods(Dataset<Row> rows) {
    if (tally.months() == Months.THIS) {
      return (sources.months().isEmpty()
              ? rows
              : rows.filter(Rows.PERIOD.column().isin(sources.months().toArray())))
          .withColumn(column(PERIOD), Rows.PERIOD.column());
    }
    Map<String, List<Column>> periods = new TreeMap<>();
    sources
        .periods()
        .forEach(
            period ->
                tally
                    .months()
                    .from(period)
                    .forEach(
                        month ->
                            periods
                                .computeIfAbsent(month.toString(), of -> new ArrayList<>())
                                .add(lit(period.toString()))));
    List<Column> windows = new ArrayList<>();
    periods.forEach(
        (month, of) -> {
          windows.add(lit(month));
          windows.add(array(of.toArray(Column[]::new)));
        });
    return rows.filter(Rows.PERIOD.column().isin(periods.keySet().toArray()))
        .withColumn(
            column(PERIOD),
            explode(try_element_at(map(windows.toArray(Column[]::new)), Rows.PERIOD.column())));
  }

  private Column value(View.Value value) {
    Column of = expr(value.expression());
    Column result =
        switch (value.how()) {
          case COUNT -> count(when(of, 1));
          case SUM -> sum(of);
          case LEAST -> min(of);
          case MOST -> max(of);
        };
    return result.as(column(value.name()));
  }

  private Column matches() {
    return tally.on().stream()
        .map(name -> Field.declared(name).equalTo(Field.declared(column(name))))
        .reduce(Rows.PERIOD.column().equalTo(Field.declared(column(PERIOD))), Column::and);
  }

  private String column(String name) {
    return "_" + tally.name() + "_" + name;
  }
}
