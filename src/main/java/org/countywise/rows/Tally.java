package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
  private static final String WINDOW = "_window";

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
    Dataset<Row> tallied = all(accepted, tally.tallies(), sources);
    Dataset<Row> wanted = tally.where().isEmpty() ? tallied : tallied.filter(expr(tally.where()));
    return tally.months() == Months.THIS ? ofSamePeriod(wanted) : ofWindows(wanted);
  }

  private Dataset<Row> ofSamePeriod(Dataset<Row> rows) {
    List<Column> by = new ArrayList<>(List.of(Rows.PERIOD.column().as(column(PERIOD))));
    by.addAll(on());
    return rows.groupBy(by.toArray(Column[]::new)).agg(first(lit(true)), others(lit(true)));
  }

  /** Every window in one aggregation: a row is looked at once however many windows it is in. */
  private Dataset<Row> ofWindows(Dataset<Row> rows) {
    List<Column> windows = sources.periods().stream().map(this::window).toList();
    Object[] months =
        sources.periods().stream()
            .flatMap(period -> tally.months().from(period).stream())
            .map(YearMonth::toString)
            .distinct()
            .toArray();
    return rows.filter(Rows.PERIOD.column().isin(months))
        .groupBy(on().toArray(Column[]::new))
        .agg(array(windows.toArray(Column[]::new)).as(WINDOW))
        .withColumn(WINDOW, explode(Field.declared(WINDOW)))
        .select(flat());
  }

  private Column window(YearMonth period) {
    Object[] months = tally.months().from(period).stream().map(YearMonth::toString).toArray();
    Column within = Rows.PERIOD.column().isin(months);
    List<Column> fields = new ArrayList<>(List.of(lit(period.toString()).as(column(PERIOD))));
    fields.add(first(within));
    fields.addAll(List.of(others(within)));
    return struct(fields.toArray(Column[]::new));
  }

  private Column[] flat() {
    List<Column> columns = new ArrayList<>();
    tally.on().forEach(name -> columns.add(Field.declared(column(name))));
    columns.add(Field.inside(WINDOW, column(PERIOD)).as(column(PERIOD)));
    tally
        .values()
        .forEach(
            value -> {
              String name = column(value.name());
              columns.add(Field.inside(WINDOW, name).as(name));
            });
    return columns.toArray(Column[]::new);
  }

  private List<Column> on() {
    return tally.on().stream().map(name -> Field.declared(name).as(column(name))).toList();
  }

  private Column first(Column within) {
    return value(tally.values().get(0), within);
  }

  private Column[] others(Column within) {
    return tally.values().stream()
        .skip(1)
        .map(value -> value(value, within))
        .toArray(Column[]::new);
  }

  private Column value(View.Value value, Column within) {
    Column of = when(within, expr(value.expression()));
    Column result =
        switch (value.how()) {
          case COUNT -> count(when(within.and(expr(value.expression())), 1));
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
