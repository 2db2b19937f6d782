package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.sink.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real PostgreSQL server shows after an export. */
@Tag("server")
class PostgresExportTest {
  private static LocalPostgres server;
  private static PostgresExports exports;

  @BeforeAll
  static void exportTwoSchemas() {
    server = LocalPostgres.start();
    exports = new PostgresExports(server);
    Terminal said = exports.export("--schema", "second");
    assertThat(said.code()).as(said.err()).isEqualTo(Exit.DONE);
    assertThat(said.out())
        .contains(
            "shows release r0002, with 12 wide views.",
            "Role second_reader may read it: grant second_reader to NAME.");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldShowEveryCellAsItIsPublished() {
    for (String table : PostgresExport.TABLES) {
      Dataset<Row> published = published(table);
      String columns =
          String.join(", ", published.columns()).replace(", value,", ", " + BITS + ",");
      assertThat(server.rows("select " + columns + " from second." + table))
          .as(table)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(lines(published));
    }
    String sums = "sum(numerator), sum(denominator), count(value)";
    assertThat(server.rows("select " + sums + " from second.indicator_value"))
        .isEqualTo(lines(published("indicator_value").selectExpr(sums.split(", ", -1))));
  }

  /** All bits of a double. */
  private static final String BITS = "encode(float8send(value), 'hex')";

  private static Dataset<Row> published(String table) {
    return PostgresExports.tables("r0002").get(table);
  }

  /** Rows as PostgreSQL writes them, doubles bit by bit. */
  private static List<String> lines(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(i -> text(row.get(i)))
                    .collect(Collectors.joining("|")))
        .toList();
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? HexFormat.of().toHexDigits(Double.doubleToRawLongBits(number))
        : String.valueOf(value);
  }

  @Test
  void shouldBeReadBackByThePsqlOfTheServer() {
    long hidden = published("indicator_value").where("status = 'Q' and value is null").count();

    assertThat(hidden).isPositive();
    assertThat(
            server.psql(
                "select count(*), count(value), count(numerator) from second.indicator_value where"
                    + " status = 'Q'"))
        .isEqualTo(hidden + "|0|0\n");
    assertThat(
            server.psql(
                "select title_zh from second.dim_indicator where indicator = 'migrant_labour'"))
        .isEqualTo("务工人数\n");
  }

  @Test
  void shouldSpreadTheIndicatorsOfAFamilyOverAWideView() {
    assertThat(
            server.rows(
                "select count(*), count(distinct (region_code, period)) from"
                    + " second.wide_employment"))
        .isEqualTo(
            server.rows(
                "select count(*), count(*) from second.indicator_value where indicator ="
                    + " 'employment_rate'"));
    for (String indicator : List.of("employment_rate", "out_migrant_labour", "migrant_labour")) {
      assertThat(
              server.rows(
                  "select region_code, period, %1$s, %1$s_status from second.wide_employment"
                      .formatted(indicator)))
          .containsExactlyInAnyOrderElementsOf(
              server.rows(
                  "select region_code, period, value, status from second.indicator_value"
                      + " where breakdown = '' and indicator = '%s'".formatted(indicator)));
    }
    assertThat(server.rows("select name_zh from second.wide_exit where region_code = 'CN'"))
        .containsOnly("全国");
    assertThat(
            server.rows(
                "select attname from pg_attribute where attrelid ="
                    + " 'second.wide_industry'::regclass"))
        .contains("works_completed", "works_completed_status")
        .doesNotContain("works_quantity");
  }

  @Test
  void shouldSayWhatTablesAndColumnsHold() {
    String silent =
        """
        select c.relname || '.' || a.attname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'second'::regnamespace and c.relkind in ('r', 'v')
          and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)
        """;
    assertThat(server.rows(silent)).as("tables and columns without a comment").isEmpty();
    assertThat(server.rows("select obj_description('second.indicator_value'::regclass)").get(0))
        .startsWith("Countywise: published values")
        .endsWith("release r0002");
    assertThat(
            server.rows(
                "select col_description(attrelid, attnum) from pg_attribute where attrelid ="
                    + " 'second.wide_employment'::regclass and attname = 'employment_rate'"))
        .containsExactly("Employed persons per labourer 劳动力就业率 (percent)");
  }

  @Test
  void shouldHaveKeysAndIndexes() {
    assertThat(
            server.rows(
                "select contype, count(*) from pg_constraint where connamespace ="
                    + " 'second'::regnamespace group by 1 order by 1"))
        .containsExactly("c|1", "f|3", "p|4");
    assertThat(server.rows("select indexname from pg_indexes where schemaname = 'second'"))
        .contains(
            "indicator_value_by_month", "indicator_value_by_region", "indicator_value_by_status");
  }

  @Test
  void shouldHoldNoNumberOfASuppressedRowWhoeverPutsItThere() {
    assertThatThrownBy(
            () -> server.execute("update second.indicator_value set value = 3 where status = 'Q'"))
        .hasStackTraceContaining("suppressed_values_have_no_numbers");
  }

  @Test
  void shouldLetTheReadingRoleReadAndNotWrite() throws SQLException {
    server.execute("create schema closed");
    server.execute("create role viewer login password '%s'".formatted(LocalPostgres.PASSWORD));
    server.execute("grant second_reader to viewer");
    try (Connection connection = server.connect("viewer");
        Statement statement = connection.createStatement()) {
      for (String table : List.of("wide_exit", "wide_works", "indicator_value", "dim_period")) {
        assertThat(statement.executeQuery("select * from second." + table).next()).isTrue();
      }
      for (String change :
          List.of(
              "delete from second.indicator_value",
              "update second.dim_region set name_en = ''",
              "insert into second.dim_period (period) values ('2030-01')",
              "create table second.mine (a int)",
              "create table closed.mine (a int)")) {
        assertThatThrownBy(() -> statement.execute(change))
            .as(change)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void shouldHoldNothingBelowTheCounty() {
    assertThat(server.rows("select distinct region_level from second.indicator_value"))
        .containsExactlyInAnyOrder("nation", "province", "prefecture", "county", "group");
    assertThat(
            server.rows("select region_code from second.dim_region where region_code ~ '^\\d{7,}'"))
        .isEmpty();
  }

  @Test
  void shouldShowOnlyTheMonthsThatAreAskedFor() {
    exports.export("--schema", "month", "--period", "2020-07");

    Terminal asked = exports.export("--schema", "month", "--period", "2020-08", "--json");

    assertThat(asked.code()).as(asked.err()).isEqualTo(Exit.DONE);
    assertThat(asked.out())
        .contains("\"release\" : \"r0002\"", "\"deleted\" : ", "\"access\" : \"READS\"");
    assertThat(server.rows("select distinct period from month.indicator_value"))
        .containsExactly("2020-08");
  }
}
