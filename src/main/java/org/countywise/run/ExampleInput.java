package org.countywise.run;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.definition.Family;
import org.countywise.plan.DeliveryRules;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * The rows of a worked example as input: what a row leaves out is filled with something harmless.
 */
record ExampleInput(SparkSession spark, Calendar calendar, Family.Example example)
    implements Input {

  @Override
  public Set<String> months(Scan scan) {
    return known();
  }

  @Override
  public boolean dense(Scan scan) {
    return false;
  }

  @Override
  public Dataset<Row> stored(Scan scan) {
    StructType schema = new StructType();
    for (Scan.Column column : scan.columns()) {
      schema =
          schema.add(
              column.name(), column.text() ? DataTypes.StringType : Field.typeOf(column.type()));
    }
    schema = schema.add(Rows.PERIOD.name(), DataTypes.StringType);
    Dataset<Row> rows = spark.createDataFrame(rows(scan), schema);
    return scan.period().isEmpty()
        ? rows
        : rows.withColumn(Rows.PERIOD.name(), functions.expr(scan.period()));
  }

  private List<Row> rows(Scan scan) {
    List<Map<String, String>> given = example.given().getOrDefault(scan.dataset(), List.of());
    return calendar.plan().deliveryRules().isTotals(scan)
        ? totals(scan)
        : given.stream().map(row -> row(scan, row, period(scan, row))).toList();
  }

  private String period(Scan scan, Map<String, String> row) {
    return scan.kind() == Scan.Kind.REFERENCE
        ? ""
        : row.getOrDefault(Rows.PERIOD.name(), example.period());
  }

  private static Row row(Scan scan, Map<String, String> row, String period) {
    List<Object> values = new ArrayList<>();
    scan.columns().forEach(column -> values.add(value(column, row.get(column.name()), period)));
    values.add(period);
    return RowFactory.create(values.toArray());
  }

  private static Object value(Scan.Column column, String text, String period) {
    if (text == null) {
      return column.optional() ? null : harmless(column, period);
    }
    String type = column.text() ? "string" : column.type();
    if (type.startsWith("int")) {
      return Long.valueOf(text);
    }
    return switch (type) {
      case "string" -> text;
      case "date" -> Date.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      case "double" -> Double.valueOf(text);
      default -> new BigDecimal(text);
    };
  }

  private static Object harmless(Scan.Column column, String period) {
    String first = period.isEmpty() ? "2000-01-01" : period + "-01";
    return switch (column.type()) {
      case "date" -> Date.valueOf(first);
      case "boolean" -> false;
      case "string" -> column.values().isEmpty() ? "" : column.values().get(0);
      default -> value(column, "0", period);
    };
  }

  private List<Row> totals(Scan scan) {
    DeliveryRules.ControlTotals names = calendar.plan().deliveryRules().totals();
    Set<String> missing = new HashSet<>(example.undelivered());
    List<Row> rows = new ArrayList<>();
    for (Scan other : calendar.plan().scans()) {
      for (String unit : units()) {
        for (String month : known()) {
          if (!missing.contains(other.dataset() + "/" + unit + "/" + month)) {
            Map<String, String> row =
                Map.of(names.of(), other.dataset(), names.region(), unit, names.rows(), "0");
            rows.add(row(scan, row, month));
          }
        }
      }
    }
    return rows;
  }

  /** Months that exist for the example. */
  private Set<String> known() {
    Set<String> months = new TreeSet<>(calendar.months());
    months.removeIf(month -> YearMonth.parse(month).isBefore(calendar.first()));
    return months;
  }

  /** The oldest month that an example mentions: its delivery's first. */
  static YearMonth first(Family.Example example) {
    Set<String> mentioned = new TreeSet<>(Set.of(example.period()));
    example
        .given()
        .values()
        .forEach(
            rows ->
                rows.stream()
                    .map(row -> row.get(Rows.PERIOD.name()))
                    .filter(java.util.Objects::nonNull)
                    .forEach(mentioned::add));
    return YearMonth.parse(mentioned.iterator().next());
  }

  private Set<String> units() {
    int digits = calendar.plan().regionScheme().unitDigits();
    Set<String> units = new TreeSet<>();
    for (Scan scan : calendar.plan().scans()) {
      for (Map<String, String> row : example.given().getOrDefault(scan.dataset(), List.of())) {
        String code = row.getOrDefault(scan.region(), "");
        if (code.length() >= digits) {
          units.add(code.substring(0, digits));
        }
      }
    }
    return units;
  }
}
