package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Judges every row by itself: types, nulls, closed lists, ranges. No value that is there becomes
 * unknown in silence: where one cannot be read or computed, the row is rejected, or the cell
 * counted.
 *
 * <p>In: the columns as stored, and the period. Out: the declared columns, flags for hidden
 * numbers, the dates of the period, the computed columns, {@link Rows#REASON} and {@link
 * Rows#WARNINGS}.
 *
 * @param width in which the columns are reckoned with
 */
public record Conform(Scan scan, Width width) implements Stage {

  /** Whole numbers are int64. */
  public Conform(Scan scan) {
    this(scan, Width.INT64);
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> stored) {
    List<Reading> readings = scan.columns().stream().map(c -> reading(c, stored)).toList();
    List<Column> columns = new ArrayList<>();
    readings.forEach(reading -> columns.add(reading.value().as(reading.column().name())));
    scan.columns().stream()
        .filter(this::mayBeHidden)
        .forEach(column -> columns.add(hidden(column).as(Rows.hidden(column.name()).name())));
    columns.add(Rows.PERIOD.column());
    columns.add(firstDay().as(Rows.PERIOD_START.name()));
    columns.add(last_day(firstDay()).as(Rows.PERIOD_END.name()));
    columns.add(condition(scan.notCounted()).as(Rows.TOTAL.name()));
    columns.add(reason(readings).as(Rows.REASON.name()));
    columns.add(warnings(readings).as(Rows.WARNINGS.name()));
    return computed(stored.select(columns.toArray(Column[]::new)));
  }

  /** Only the values of some of the columns, and the period; of rejected rows too. */
  public Dataset<Row> values(Dataset<Row> stored, Collection<String> names) {
    Stream<Column> values =
        scan.columns().stream()
            .filter(column -> names.contains(column.name()))
            .map(column -> reading(column, stored).value().as(column.name()));
    return stored.select(
        Stream.concat(values, Stream.of(Rows.PERIOD.column())).toArray(Column[]::new));
  }

  /** Null for reference data, which have no period. */
  private static Column firstDay() {
    return concat(Rows.PERIOD.column(), lit("-01")).try_cast("date");
  }

  private Dataset<Row> computed(Dataset<Row> rows) {
    Dataset<Row> known =
        widened(
            scan.region().isEmpty()
                ? rows.withColumn(Rows.DELIVERED.name(), lit(null).cast("string"))
                : computed(rows, Rows.DELIVERED.name(), scan.region(), scan.region()));
    for (var entry : scan.computed().entrySet()) {
      known = computed(known, entry.getKey(), entry.getValue(), entry.getKey());
    }
    return known;
  }

  private Dataset<Row> widened(Dataset<Row> rows) {
    if (width == Width.INT64) {
      return rows;
    }
    return rows.withColumns(
        scan.columns().stream()
            .collect(Collectors.toMap(Scan.Column::name, column -> width.of(scan, column))));
  }

  /** Rows with one more column; where it has no value the row is rejected under a name. */
  private static Dataset<Row> computed(Dataset<Row> rows, String column, String sql, String name) {
    if (!Attempt.mayFail(sql)) {
      return rows.withColumn(column, expr(sql));
    }
    Attempt attempt = attempt(sql);
    String why = name + " cannot be computed: " + Attempt.why(sql);
    Dataset<Row> known =
        rows.withColumns(
            Map.of(
                Rows.REASON.name(),
                coalesce(Rows.REASON.column(), when(attempt.failed(), lit(why))),
                column,
                attempt.value()));
    boolean number = known.schema().apply(column).dataType().equals(DataTypes.DoubleType);
    return number ? finite(known, column) : known;
  }

  private static Dataset<Row> finite(Dataset<Row> rows, String column) {
    Stream<Column> reasons =
        Reading.notFinite(Field.declared(column)).stream()
            .map(kind -> concat(lit(column + " "), kind));
    return rows.withColumn(
        Rows.REASON.name(),
        coalesce(Stream.concat(Stream.of(Rows.REASON.column()), reasons).toArray(Column[]::new)));
  }

  private static Attempt attempt(String sql) {
    return new Attempt(expr(sql), Rows.PERIOD.column());
  }

  private Reading reading(Scan.Column column, Dataset<Row> stored) {
    String name = Rows.fault(column.name()).name();
    boolean told = List.of(stored.columns()).contains(name);
    return new Reading(
        column,
        stored.schema().apply(column.name()).dataType(),
        hidden(column),
        told ? Field.declared(name) : lit(null).cast("string"));
  }

  private boolean mayBeHidden(Scan.Column column) {
    return scan.hidden().stream().anyMatch(hidden -> hidden.columns().contains(column.name()));
  }

  private Column hidden(Scan.Column column) {
    return scan.hidden().stream()
        .filter(hidden -> hidden.columns().contains(column.name()))
        .map(hidden -> condition(hidden.where()))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** Whether a condition holds; none holds for no row. */
  private static Column condition(String sql) {
    if (sql.isEmpty()) {
      return lit(false);
    }
    return coalesce(Attempt.mayFail(sql) ? attempt(sql).value() : expr(sql), lit(false));
  }

  private Column reason(List<Reading> readings) {
    Stream<Column> conditions =
        Stream.concat(scan.hidden().stream().map(Scan.Hidden::where), Stream.of(scan.notCounted()))
            .filter(Attempt::mayFail)
            .map(
                sql ->
                    when(attempt(sql).failed(), lit(sql + " cannot be told: " + Attempt.why(sql))));
    return coalesce(
        Stream.of(
                period(),
                readings.stream().flatMap(Conform::reasons),
                conditions,
                Stream.of(lit(null).cast("string")))
            .flatMap(reasons -> reasons)
            .toArray(Column[]::new));
  }

  private Stream<Column> period() {
    Column month = Rows.PERIOD.column().rlike("^\\d{4}-(0[1-9]|1[0-2])$");
    return scan.kind() == Scan.Kind.REFERENCE
        ? Stream.empty()
        : Stream.of(
            when(coalesce(month, lit(false)), lit(null).cast("string"))
                .otherwise(lit("its period is not a month such as 2020-07")));
  }

  private static Stream<Column> reasons(Reading reading) {
    Scan.Column column = reading.column();
    Column value = reading.value();
    List<Column> reasons = new ArrayList<>();
    if (!column.optional()) {
      reasons.add(reject(reading.isMissing(), column, "is null"));
    }
    if (!column.forgiving()) {
      reasons.add(concat(lit(column.name() + " "), reading.unreadable()));
    }
    if (!column.values().isEmpty()) {
      reasons.add(
          reject(
              Invisible.removed(value).isin(column.values().toArray()),
              column,
              "is outside its closed list" + Invisible.HINT));
      reasons.add(
          reject(
              value.isin(column.values().toArray()).unary_$bang(),
              column,
              "is outside its closed list"));
    }
    if (column.numeric() && column.negative() == Scan.OnViolation.REJECT) {
      reasons.add(reject(value.lt(0), column, "is negative"));
    }
    return reasons.stream();
  }

  private static Column reject(Column wrong, Scan.Column column, String why) {
    return when(wrong, lit(column.name() + " " + why));
  }

  private static Column warnings(List<Reading> readings) {
    List<Column> found = new ArrayList<>();
    Column any = lit(false);
    for (Reading reading : readings) {
      Scan.Column column = reading.column();
      if (Warnings.mayBeNegative(column)) {
        Column negative = reading.value().lt(0);
        any = any.or(negative);
        found.add(when(negative, lit(Warnings.negative(column))));
      }
      if (column.forgiving()) {
        Column unreadable = reading.unreadable().isNotNull();
        any = any.or(unreadable);
        found.add(when(unreadable, lit(Warnings.unreadable(column))));
      }
    }
    Column none = array().cast("array<string>");
    // Spark interprets what a filter of an array reads: few rows need it.
    return found.isEmpty()
        ? none
        : when(any, filter(array(found.toArray(Column[]::new)), Column::isNotNull)).otherwise(none);
  }
}
