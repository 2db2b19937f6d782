package org.countywise.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.store.Warehouse;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * Published tables as of a release, for reading.
 *
 * @param name its id
 */
record Release(Warehouse warehouse, String name) {
  /** The published tables, the values last: who finds them finds the others beside them. */
  static final List<String> TABLES =
      List.of("dim_indicator", "dim_region", "dim_period", "indicator_value");

  private static final String VALUES = "indicator_value";

  /**
   * A release of a warehouse.
   *
   * @throws UsageException when nothing is published or the release is not known
   */
  static Release of(Warehouse warehouse, String name) {
    String known = UsageException.refusing(() -> warehouse.release(name));
    return new Release(warehouse, known);
  }

  /** {@code indicator_value}. */
  Dataset<Row> values() {
    return table(VALUES);
  }

  /** A published table. */
  Dataset<Row> table(String table) {
    return warehouse.published(table, name);
  }

  /** Published months, oldest first. */
  List<String> periods() {
    return distinct(IndicatorValue.PERIOD.column());
  }

  /** Ids of the published indicators. */
  List<String> indicators() {
    return distinct(IndicatorValue.INDICATOR.column());
  }

  private List<String> distinct(Column column) {
    return values().select(column).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** Titles of all indicators by id. */
  Map<String, Title> titles() {
    return table("dim_indicator")
        .select(text("indicator"), text("title_en"), text("title_zh"), text("unit"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Title(row.getString(0), row.getString(1), row.getString(2), row.getString(3)))
        .collect(byKey(Title::indicator));
  }

  /** Regions of these levels by code. */
  Map<String, Region> regions(Collection<String> levels) {
    return table("dim_region")
        .filter(IndicatorValue.LEVEL.column().isin(levels.toArray()))
        .select(text("region_code"), text("region_level"), text("name_zh"), text("name_en"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Region(row.getString(0), row.getString(1), row.getString(2), row.getString(3)))
        .collect(byKey(Region::code));
  }

  /** All levels of the regions. */
  List<String> levels() {
    return table("dim_region")
        .select(IndicatorValue.LEVEL.column())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** Values that fulfil a condition. */
  List<Cell> cells(Column condition) {
    return values().filter(condition).collectAsList().stream().map(Cell::of).toList();
  }

  private static Column text(String name) {
    return org.apache.spark.sql.functions.coalesce(
        Field.declared(name), org.apache.spark.sql.functions.lit(""));
  }

  private static <T> java.util.stream.Collector<T, ?, Map<String, T>> byKey(
      Function<T, String> key) {
    return Collectors.toMap(key, Function.identity(), (one, other) -> one, LinkedHashMap::new);
  }
}
