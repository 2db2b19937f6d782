package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.PlainManifest;
import org.countywise.table.IndicatorValue;

/**
 * A warehouse with two small releases: every status, a breakdown and a region of odd signs, a title
 * that a spreadsheet would compute, a number of more digits than it keeps, a region that stands in
 * no dimension, families whose names begin alike, and one without values.
 */
final class SmallRelease {
  private static final List<String> MONTHS = List.of("2020-07", "2020-08");
  private static final List<String> INDICATORS =
      List.of("employed_labour", "employment_rate", "industry_invested");

  private static SmallRelease shared;

  private final Workbench.Bench bench;

  private SmallRelease() {
    bench = Workbench.bench("small-release");
    publish("r0001", 8);
    publish("r0002", 9);
  }

  /** The one of this process, which tests only read. */
  static synchronized SmallRelease shared() {
    if (shared == null) {
      shared = new SmallRelease();
    }
    return shared;
  }

  String warehouse() {
    return bench.folder().resolve("warehouse").toString();
  }

  SparkSession spark() {
    return bench.spark();
  }

  /** Fields of all rows as text, in order; null where there is none. */
  List<List<String>> values(String release) {
    return texts(bench.table(Table.published("indicator_value"), release));
  }

  /** Fields of rows of {@code indicator_value} as text, in the order of their keys. */
  static List<List<String>> texts(Dataset<Row> values) {
    return sorted(
        values.collectAsList().stream()
            .map(row -> IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i))).toList())
            .toList());
  }

  /** Rows in one order. */
  static List<List<String>> sorted(List<List<String>> rows) {
    return rows.stream().sorted(Comparator.comparing(List::toString)).toList();
  }

  /** A field as text: numbers in the same form whatever type they have. */
  static String text(Object field) {
    if (field instanceof BigDecimal exact) {
      return exact.stripTrailingZeros().toPlainString();
    }
    return field == null ? null : field.toString();
  }

  private void publish(String release, int employed) {
    try (Draft draft = bench.warehouse().draft()) {
      draft.replaceValues(
          Table.published("indicator_value"),
          bench.spark().createDataFrame(rows(release, employed), IndicatorValue.SCHEMA),
          MONTHS,
          INDICATORS);
      draft.merge(Table.published("dim_indicator"), indicators());
      draft.merge(Table.published("dim_region"), regions());
      draft.merge(
          Table.published("dim_period"),
          table(List.of("period"), RowFactory.create("2020-07"), RowFactory.create("2020-08")));
      draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
    }
  }

  /** Fields of {@code indicator_value} but the release; a dash is null. */
  private static final String ROWS =
      """
      employed_labour;CN;nation;2020-07;;1234567.0;1234567;-;P
      employed_labour;522633;county;2020-07;;-;-;-;Q
      employed_labour;522633;county;2020-07;kind=农业, "x";5.0;5;-;A
      employed_labour;group:listed;group;2020-07;;0.0;0;-;A
      employed_labour;999999;county;2020-08;;7.0;7;-;B
      employment_rate;522633;county;2020-07;;%s;%s;13;U
      employment_rate;522633;county;2020-08;;-;0;0;M
      employment_rate;52;province;2020-07;;-;-;-;O
      employment_rate;CN;nation;2020-07;;-12.3456789012345;-0.000001;3;A
      industry_invested;CN;nation;2020-07;;1.2345678901234568E16;12345678901234567.123456;-;A
      industry_invested;52;province;2020-07;;0.1;0.100000;-;A
      """;

  private static List<Row> rows(String release, int employed) {
    return ROWS.formatted(100.0 * employed / 13, employed)
        .lines()
        .map(line -> row(line.split(";", -1), release))
        .toList();
  }

  private static Row row(String[] fields, String release) {
    List<Object> row = new ArrayList<>(Arrays.asList(fields));
    row.set(5, fields[5].equals("-") ? null : Double.valueOf(fields[5]));
    for (int part : new int[] {6, 7}) {
      row.set(part, fields[part].equals("-") ? null : new BigDecimal(fields[part]));
    }
    row.add(release);
    return RowFactory.create(row.toArray());
  }

  private Dataset<Row> indicators() {
    return table(
        List.of(
            "indicator",
            "title_en",
            "title_zh",
            "unit",
            "formula",
            "numerator",
            "denominator",
            "additivity",
            "job_file",
            "formula_zh",
            "numerator_zh",
            "denominator_zh"),
        RowFactory.create(
            "employed_labour",
            "=1+1 Employed",
            "就业人数",
            "persons",
            "Employed",
            "Employed",
            null,
            "additive over regions",
            "employment.yaml",
            "就业",
            "就业",
            null),
        RowFactory.create(
            "employment_rate",
            "Employment rate",
            "就业率",
            "percent",
            "Employed ÷ Labourers × 100",
            "Employed",
            "Labourers",
            "ratio of additive parts",
            "employment.yaml",
            "就业÷劳动力×100",
            "就业",
            "劳动力"),
        RowFactory.create(
            "industry_invested",
            "Invested",
            "投资",
            "as stated",
            "Investment",
            "Investment",
            null,
            "additive over regions",
            "employment-2.yaml",
            "投资",
            "投资",
            null),
        RowFactory.create(
            "poor_persons",
            "Poor persons",
            "贫困人口",
            "persons",
            "Poor",
            "Poor",
            null,
            "additive over regions",
            "registry.yaml",
            "贫困",
            "贫困",
            null));
  }

  private Dataset<Row> regions() {
    return table(
        List.of("region_code", "region_level", "name_zh", "name_en", "parent_code"),
        RowFactory.create("CN", "nation", "全国", "Nation", null),
        RowFactory.create("52", "province", "贵州省", "Guizhou", "CN"),
        RowFactory.create("522633", "county", "从江县", null, "5226"),
        RowFactory.create("group:listed", "group", "挂牌县", "Listed counties", null));
  }

  private Dataset<Row> table(List<String> names, Row... rows) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return bench.spark().createDataFrame(List.of(rows), schema);
  }
}
