package org.countywise.stage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Judges every row by itself: types, nulls, closed lists, ranges.
 *
 * <p>In: the columns as stored, and the period. Out: the declared columns, flags for hidden
 * numbers, the dates of the period, the computed columns, {@link Rows#REASON} and {@link
 * Rows#WARNINGS}.
 *
 * @param width in which the columns are reckoned with
 */
public record Conform(Scan scan, Width width) implements Stage {
  private static final long INT32 = Integer.MAX_VALUE;

  /** Whole numbers are int64. */
  public Conform(Scan scan) {
    this(scan, Width.INT64);
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> stored) {
    List<Column> columns = new ArrayList<>();
    scan.columns().forEach(column -> columns.add(value(column).as(column.name())));
    scan.columns().stream()
        .filter(column -> hidden(column).isPresent())
        .forEach(
            column ->
                columns.add(hidden(column).orElseThrow().as(Rows.hidden(column.name()).name())));
    columns.add(Rows.PERIOD.column());
    columns.add(firstDay().as(Rows.PERIOD_START.name()));
    columns.add(last_day(firstDay()).as(Rows.PERIOD_END.name()));
    columns.add(total().as(Rows.TOTAL.name()));
    columns.add(reason().as(Rows.REASON.name()));
    columns.add(warnings().as(Rows.WARNINGS.name()));
    return computed(stored.select(columns.toArray(Column[]::new)));
  }

  /** Null for reference data, which have no period. */
  private static Column firstDay() {
    return concat(Rows.PERIOD.column(), lit("-01")).try_cast("date");
  }

  private Dataset<Row> computed(Dataset<Row> rows) {
    Column region = scan.region().isEmpty() ? lit(null).cast("string") : expr(scan.region());
    Dataset<Row> known = widened(rows.withColumn(Rows.DELIVERED.name(), region));
    for (var entry : scan.computed().entrySet()) {
      known = known.withColumn(entry.getKey(), expr(entry.getValue()));
    }
    return known;
  }

  private Dataset<Row> widened(Dataset<Row> rows) {
    if (width == Width.INT64) {
      return rows;
    }
    Dataset<Row> wide = rows;
    for (Scan.Column column : scan.columns()) {
      wide = wide.withColumn(column.name(), width.of(scan, column));
    }
    return wide;
  }

  private Column value(Scan.Column column) {
    Column stored = Field.declared(column.name());
    if (!column.text()) {
      return stored;
    }
    Column number = stored.try_cast(Field.typeOf(column.type()));
    return hidden(column).map(hidden -> when(hidden, lit(null)).otherwise(number)).orElse(number);
  }

  private Optional<Column> hidden(Scan.Column column) {
    return scan.hidden().stream()
        .filter(hidden -> hidden.columns().contains(column.name()))
        .map(hidden -> coalesce(expr(hidden.where()), lit(false)))
        .reduce(Column::or);
  }

  private Column total() {
    return scan.notCounted().isEmpty() ? lit(false) : coalesce(expr(scan.notCounted()), lit(false));
  }

  private Column reason() {
    Stream<Column> period =
        scan.kind() == Scan.Kind.REFERENCE
            ? Stream.empty()
            : Stream.of(
                when(
                        coalesce(
                            Rows.PERIOD.column().rlike("^\\d{4}-(0[1-9]|1[0-2])$"), lit(false)),
                        lit(null).cast("string"))
                    .otherwise(lit("its period is not a month such as 2020-07")));
    return coalesce(
        Stream.concat(period, scan.columns().stream().flatMap(this::reasons))
            .toArray(Column[]::new));
  }

  private Stream<Column> reasons(Scan.Column column) {
    Column value = value(column);
    List<Column> reasons = new ArrayList<>();
    if (!column.optional()) {
      Column missing =
          hidden(column)
              .map(hidden -> value.isNull().and(hidden.unary_$bang()))
              .orElse(value.isNull());
      reasons.add(reject(missing, column, column.text() ? "is no number" : "is null"));
    }
    if (!column.values().isEmpty()) {
      reasons.add(
          reject(
              value.isin(column.values().toArray()).unary_$bang(),
              column,
              "is outside its closed list"));
    }
    if ("int32".equals(column.type())) {
      reasons.add(
          reject(
              value.between(-INT32 - 1, INT32).unary_$bang(),
              column,
              "is out of the range of int32"));
    }
    if (column.numeric() && column.negative() == Scan.Verdict.REJECT) {
      reasons.add(reject(value.lt(0), column, "is negative"));
    }
    return reasons.stream();
  }

  private static Column reject(Column wrong, Scan.Column column, String why) {
    return when(wrong, lit(column.name() + " " + why));
  }

  private Column warnings() {
    Column[] found =
        scan.columns().stream()
            .filter(Warnings::mayBeNegative)
            .map(column -> when(value(column).lt(0), lit(Warnings.negative(column))))
            .toArray(Column[]::new);
    return found.length == 0
        ? array().cast("array<string>")
        : filter(array(found), Column::isNotNull);
  }
}
