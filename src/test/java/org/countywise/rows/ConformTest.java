package org.countywise.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.Workbench;
import org.countywise.plan.Months;
import org.countywise.plan.Scan;
import org.countywise.table.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A value that is there never becomes unknown in silence: its row is rejected under the name of its
 * column and the kind of the value, or the cell is counted where its column forgives.
 */
class ConformTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static SparkSession spark;

  @BeforeAll
  static void open() {
    spark = Workbench.session(Map.of());
  }

  @Test
  void shouldRejectDoublesThatAreNoNumber() {
    for (boolean optional : List.of(true, false)) {
      Scan.Column welfare = column("welfare", "double", optional, false, false);

      assertThat(reasons(welfare, DataTypes.DoubleType, Double.NaN, INFINITE, -INFINITE, 1.5, -0.0))
          .containsExactly(
              "welfare is NaN, which is no number",
              "welfare is infinite",
              "welfare is infinite",
              "",
              "");
    }
  }

  @Test
  void shouldRejectTextThatIsNoNumberOfItsTypeWhetherOptionalOrNot() {
    for (boolean optional : List.of(true, false)) {
      Scan.Column returns = column("returns", "int64", optional, false, true);

      assertThat(
              reasons(
                  returns,
                  DataTypes.StringType,
                  "12",
                  " 12 ",
                  "12x",
                  "",
                  "12.5",
                  "9" + "0".repeat(19)))
          .containsExactly(
              "",
              "",
              "returns is no number",
              "returns is no number",
              "returns is no whole number",
              "returns is out of the range of int64");
      assertThat(reasons(returns, DataTypes.StringType, "NaN", "Infinity", "1e400"))
          .containsExactly(
              "returns is NaN, which is no number", "returns is infinite", "returns is infinite");
    }
  }

  @Test
  void shouldRejectTextThatOverflowsADecimalOrADouble() {
    assertThat(
            reasons(
                column("area", "decimal(4,2)", true, false, true),
                DataTypes.StringType,
                "99.99",
                "100",
                "1e2"))
        .containsExactly(
            "",
            "area is out of the range of decimal(4,2)",
            "area is out of the range of decimal(4,2)");
    assertThat(
            reasons(
                column("share", "double", true, false, true), DataTypes.StringType, "1e9", "1e999"))
        .containsExactly("", "share is infinite");
  }

  @Test
  void shouldRejectWhatTheFileHasInAnotherTypeAndDoesNotFit() {
    assertThat(
            reasons(
                column("moved_on", "date", true, false, false),
                DataTypes.StringType,
                "2020-02-29",
                "2021-02-29",
                "2021-13-01"))
        .containsExactly("", "moved_on is no date", "moved_on is no date");
    assertThat(
            reasons(
                column("persons", "int64", true, false, false),
                DataTypes.createDecimalType(20, 0),
                new java.math.BigDecimal("18446744073709551615"),
                new java.math.BigDecimal("18")))
        .containsExactly("persons is out of the range of int64", "");
  }

  @Test
  void shouldRejectWhatIsOutOfTheRangeOfInt32() {
    assertThat(
            reasons(
                column("persons", "int32", true, false, false),
                DataTypes.LongType,
                2_147_483_647L,
                2_147_483_648L))
        .containsExactly("", "persons is out of the range of int32");
  }

  @Test
  void shouldTellUnknownFromUnreadable() {
    assertThat(
            reasons(
                column("welfare", "double", true, false, false), DataTypes.DoubleType, null, 1.0))
        .containsExactly("", "");
    assertThat(
            reasons(
                column("returns", "int64", false, false, true), DataTypes.StringType, null, "x"))
        .containsExactly("returns is null", "returns is no number");
  }

  @Test
  void shouldKeepTheRowOfACellThatMayBeUnreadable() {
    Scan.Column forgiving = column("returns", "int64", false, true, true);
    Dataset<Row> rows =
        conformed(forgiving, DataTypes.StringType, Map.of(), "12", "d1845", null, "-3");

    assertThat(rows.select("returns").collectAsList())
        .extracting(row -> row.get(0))
        .containsExactly(12L, null, null, -3L);
    assertThat(reasons(rows)).containsExactly("", "", "returns is null", "returns is negative");
    assertThat(rows.select("_warnings").collectAsList())
        .extracting(row -> row.getList(0))
        .containsExactly(
            List.of(),
            List.of("returns cannot be read as int64, and counts as unknown"),
            List.of(),
            List.of());
    assertThat(Warnings.of(scan(forgiving, Map.of())))
        .containsExactly("returns cannot be read as int64, and counts as unknown")
        .allMatch(Warnings::isUnreadable);
  }

  @Test
  void shouldRejectRowsWhoseComputedColumnsOverflow() {
    Map<String, String> computed = new LinkedHashMap<>();
    computed.put("income", "cast(welfare as decimal(18,6))");
    computed.put("doubled", "cast(welfare as decimal(18,6)) * 2");
    computed.put("known", "coalesce(cast(welfare as decimal(18,6)), 0)");
    Dataset<Row> rows =
        conformed(
            column("welfare", "double", true, false, false),
            DataTypes.DoubleType,
            computed,
            1.5,
            1e300,
            null);

    assertThat(reasons(rows))
        .containsExactly(
            "", "income cannot be computed: no number within the range of decimal(18,6)", "");
    assertThat(rows.selectExpr("cast(income as string)", "cast(known as string)").collectAsList())
        .extracting(row -> row.get(0), row -> row.get(1))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1.500000", "1.500000"),
            org.assertj.core.groups.Tuple.tuple(null, null),
            org.assertj.core.groups.Tuple.tuple(null, "0.000000"));
  }

  @Test
  void shouldRejectRowsWhoseComputedColumnsHaveNoValue() {
    Scan.Column n = column("n", "int64", true, false, false);

    assertThat(computed(n, "make_date(cast(n as int), 2, 29)", 2020L, 2021L, 1L << 40))
        .containsExactly(
            "",
            "it cannot be computed: no number within the range of int or no such date",
            "it cannot be computed: no number within the range of int or no such date");
    assertThat(computed(n, "100 div n", 3L, 0L, null))
        .containsExactly("", "it cannot be computed: a division by zero", "");
    assertThat(computed(n, "n * 3", 3L, Long.MAX_VALUE, null))
        .containsExactly("", "it cannot be computed: an overflow", "");
    assertThat(
            computed(
                column("day", "string", true, false, false),
                "cast(day as date)",
                "2020-02-29",
                "2020-02-30",
                null))
        .containsExactly("", "it cannot be computed: no such date", "");
    assertThat(computed(column("w", "double", true, false, false), "w * 10", 1.0, 1e308, null))
        .containsExactly("", "it is infinite", "");
  }

  @Test
  void shouldNotBlameWhatAConditionLeavesOut() {
    assertThat(
            computed(
                column("t", "string", true, false, false),
                "case when t <> 'none' then cast(t as bigint) end",
                "12",
                "none",
                "x"))
        .containsExactly("", "", "it cannot be computed: no number within the range of bigint");
  }

  private static List<String> computed(Scan.Column column, String sql, Object... values) {
    DataType type =
        switch (column.type()) {
          case "string" -> DataTypes.StringType;
          case "double" -> DataTypes.DoubleType;
          default -> DataTypes.LongType;
        };
    return reasons(conformed(column, type, Map.of("it", sql), values));
  }

  private static List<String> reasons(Scan.Column column, DataType stored, Object... values) {
    Dataset<Row> rows = conformed(column, stored, Map.of(), values);
    assertThat(rows.where("`" + column.name() + "` is null and _reason is null").count())
        .as("values that became unknown in silence")
        .isLessThanOrEqualTo(Stream.of(values).filter(java.util.Objects::isNull).count());
    return reasons(rows);
  }

  private static List<String> reasons(Dataset<Row> rows) {
    return rows.select(Rows.REASON.name()).collectAsList().stream()
        .map(row -> row.isNullAt(0) ? "" : row.getString(0))
        .toList();
  }

  private static Dataset<Row> conformed(
      Scan.Column column, DataType stored, Map<String, String> computed, Object... values) {
    StructType schema =
        new StructType().add(column.name(), stored).add(Rows.PERIOD.name(), DataTypes.StringType);
    List<Row> rows = new ArrayList<>();
    Stream.of(values).forEach(value -> rows.add(RowFactory.create(value, "2020-09")));
    return new Conform(scan(column, computed)).apply(spark.createDataFrame(rows, schema));
  }

  private static Scan scan(Scan.Column column, Map<String, String> computed) {
    return new Scan(
        "survey",
        Scan.Kind.PERIODIC,
        "survey/period={period}/*.parquet",
        "",
        "",
        Set.of(Months.THIS),
        List.of(column),
        List.of(column.name()),
        computed,
        List.of(),
        List.of(),
        "",
        List.of());
  }

  private static Scan.Column column(
      String name, String type, boolean optional, boolean forgiving, boolean text) {
    Scan.OnViolation negative = forgiving ? Scan.OnViolation.REJECT : Scan.OnViolation.ALLOW;
    return new Scan.Column(name, type, optional, false, List.of(), negative, forgiving, text, name);
  }
}
