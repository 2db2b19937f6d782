package org.countywise.sink;

import static java.util.Map.entry;
import static org.apache.spark.sql.functions.broadcast;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.report.Language;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * What stands on the sheets of a workbook.
 *
 * @param indicators rows of {@code dim_indicator} by id
 * @param regions rows of {@code dim_region} by code
 */
record IndicatorSheets(
    ReleaseTables tables,
    WorkbookText text,
    Map<String, Map<String, String>> indicators,
    Map<String, Map<String, String>> regions) {
  private static final Map<String, Double> WIDTHS =
      Map.ofEntries(
          entry("indicator", 30.0),
          entry("title_en", 44.0),
          entry("title_zh", 34.0),
          entry("unit", 12.0),
          entry("name_en", 36.0),
          entry("name_zh", 26.0),
          entry("period", 10.0),
          entry("breakdown", 24.0),
          entry("status", 8.0),
          entry("release", 10.0),
          entry("formula", 60.0),
          entry("formula_zh", 60.0));
  private static final double USUAL_WIDTH = 16;
  private static final List<String> VALUES =
      List.of(
          "indicator",
          "title_en",
          "title_zh",
          "unit",
          "region_code",
          "name_en",
          "name_zh",
          "region_level",
          "period",
          "breakdown",
          "value",
          "numerator",
          "denominator",
          "status",
          "release");

  static IndicatorSheets of(ReleaseTables tables, WorkbookText text) {
    return new IndicatorSheets(
        tables, text, DimensionRows.of(tables.indicators()), DimensionRows.of(tables.regions()));
  }

  void writeAbout(Sheets sheets) throws IOException {
    for (Language language : Language.values()) {
      List<List<String>> lines = text.about(language);
      sheets.write(lines.get(0).get(0), lines.subList(1, lines.size()));
    }
  }

  void writeDictionary(Sheets sheets) throws IOException {
    write(sheets, "indicators", tables.indicators(), indicators);
  }

  void writeRegions(Sheets sheets) throws IOException {
    write(sheets, "regions", tables.regions(), regions);
  }

  private static void write(
      Sheets sheets, String title, Dataset<Row> table, Map<String, Map<String, String>> rows)
      throws IOException {
    List<String> names = List.of(table.columns());
    List<Sheets.Column> columns =
        names.stream().map(name -> new Sheets.Column(name, width(name), "")).toList();
    sheets.write(
        title,
        columns,
        rows.values().stream().map(row -> names.stream().map(row::get).toList()).iterator());
  }

  /** A sheet for each family as its rows come, and a head for each that has none. */
  void writeValues(Sheets sheets) throws IOException {
    List<Sheets.Column> columns = columns();
    Set<String> without = new TreeSet<>();
    indicators.values().forEach(indicator -> without.add(DimensionRows.family(indicator)));
    Peeking rows = new Peeking(byFamily().toLocalIterator());
    while (rows.hasNext()) {
      String family = family(rows.peek());
      sheets.write(
          family.isEmpty() ? "other" : family,
          columns,
          rows.whileTrue(row -> family(row).equals(family), this::cells));
      without.remove(family);
    }
    without.remove("");
    for (String family : without) {
      sheets.write(family, columns, Collections.emptyIterator());
    }
  }

  private Dataset<Row> byFamily() {
    Dataset<Row> families =
        tables.indicators().select(IndicatorValue.INDICATOR.column(), Field.declared("job_file"));
    return tables
        .values()
        .join(broadcast(families), IndicatorValue.INDICATOR.name(), "left")
        .sortWithinPartitions(
            Field.declared("job_file").asc_nulls_last(),
            IndicatorValue.INDICATOR.column(),
            IndicatorValue.PERIOD.column(),
            IndicatorValue.LEVEL.column(),
            IndicatorValue.REGION.column(),
            IndicatorValue.BREAKDOWN.column());
  }

  private String family(ValueRow row) {
    return DimensionRows.family(indicators.getOrDefault(row.indicator(), Map.of()));
  }

  private List<Object> cells(ValueRow row) {
    Map<String, String> indicator = indicators.getOrDefault(row.indicator(), Map.of());
    Map<String, String> region = regions.getOrDefault(row.region(), Map.of());
    String unit = indicator.getOrDefault("unit", "");
    return new ArrayList<>(
        Arrays.asList(
            row.indicator(),
            indicator.get("title_en"),
            indicator.get("title_zh"),
            unit,
            row.region(),
            region.get("name_en"),
            region.get("name_zh"),
            row.level(),
            row.period(),
            row.breakdown(),
            row.value() == null
                ? null
                : Sheets.Shown.of(row.value(), Decimals.of(unit, row.value())),
            part(row.numerator()),
            part(row.denominator()),
            row.status(),
            row.release()));
  }

  private static Sheets.Shown part(BigDecimal part) {
    return part == null ? null : Sheets.Shown.of(part, Decimals.of(part));
  }

  private List<Sheets.Column> columns() {
    Map<String, String> english = text.notes(Language.EN);
    Map<String, String> chinese = text.notes(Language.ZH);
    return VALUES.stream()
        .map(
            name ->
                new Sheets.Column(
                    name,
                    width(name),
                    english.containsKey(name) ? english.get(name) + "\n" + chinese.get(name) : ""))
        .toList();
  }

  private static double width(String column) {
    return WIDTHS.getOrDefault(column, USUAL_WIDTH);
  }

  /** Rows of which the next one is known before it is taken. */
  private static final class Peeking {
    private final Iterator<Row> rows;
    private ValueRow next;

    Peeking(Iterator<Row> rows) {
      this.rows = rows;
      advance();
    }

    boolean hasNext() {
      return next != null;
    }

    ValueRow peek() {
      return next;
    }

    private void advance() {
      next = rows.hasNext() ? ValueRow.of(rows.next()) : null;
    }

    /** The next rows as long as they fulfil a condition. */
    Iterator<List<Object>> whileTrue(
        Predicate<ValueRow> condition, Function<ValueRow, List<Object>> cells) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return next != null && condition.test(next);
        }

        @Override
        public List<Object> next() {
          List<Object> row = cells.apply(next);
          advance();
          return row;
        }
      };
    }
  }
}
