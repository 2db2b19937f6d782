package org.countywise.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * The tables of a release, for reading.
 *
 * @param space published tables, or restricted ones where there are such
 */
public record ReleaseReader(Warehouse warehouse, Manifest manifest, Table.Space space) {
  private static final String VALUES = "indicator_value";

  /**
   * A release of a warehouse, as everybody may read it.
   *
   * @param name its id, empty for the newest
   * @throws UsageException when nothing is published or the release cannot be read
   */
  static ReleaseReader of(Warehouse warehouse, String name) {
    return of(warehouse, name, Table.Space.PUBLISHED);
  }

  /** A release of a warehouse, its restricted tables where {@code space} says so. */
  static ReleaseReader of(Warehouse warehouse, String name, Table.Space space) {
    return new ReleaseReader(
        warehouse, UsageException.refusing(() -> warehouse.release(name)), space);
  }

  /** Its id. */
  public String name() {
    return manifest.release();
  }

  /** {@code indicator_value}. */
  Dataset<Row> values() {
    return table(VALUES);
  }

  /** A table: the restricted one of the name, where those are read and there is one. */
  Dataset<Row> table(String table) {
    return find(new Table(space, table))
        .or(() -> find(Table.published(table)))
        .orElseThrow(
            () ->
                new UsageException(
                    "release '"
                        + name()
                        + "' has no table "
                        + table
                        + "; 'countywise releases' lists the others"));
  }

  /** A table, empty where the release has none of the name. */
  Optional<Dataset<Row>> find(Table table) {
    return warehouse.read(table, manifest);
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
        .filter(IndicatorValue.LEVEL.in(levels))
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
  List<ValueRow> cells(Column condition) {
    return values().filter(condition).collectAsList().stream().map(ValueRow::of).toList();
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
