package org.countywise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of two cells, of one county that has delivered and one that has not. */
class AgreementTest {
  private static final Question JULY =
      new Question(List.of(YearMonth.of(2020, 7)), List.of("registry"));
  private static final String DUCKDB =
      """
      select 'poor_persons' indicator, '522633' region_code, 'county' region_level,
        '2020-07' period, '' breakdown, 7.0::double as value, 7::decimal(38,6) numerator,
        null::decimal(38,6) denominator, 'A' status
      union all
      select 'poor_persons', '522632', 'county', '2020-07', '', null, null, null, 'O'
      union all
      select 'exited_persons', '522633', 'county', '2020-07', '', 0.0, 0, null, 'A'
      """;

  @TempDir private Path folder;
  private Path answer;

  @BeforeEach
  void answerByDuckDb() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("delivery"));
    answer = folder.resolve("answer.parquet");
    write(DUCKDB, answer);
  }

  @Test
  void shouldFindPlainNumbersThatDiffer() throws IOException, SQLException {
    assertThat(plain("('poor_persons', '522633', 7)")).isEmpty();
    assertThat(plain("('poor_persons', '522633', 7), ('poor_persons', '522632', 3)"))
        .as("rows of a county whose control total lacks")
        .isEmpty();
    assertThat(plain("('poor_persons', '522633', 8)"))
        .containsExactly(
            "poor_persons 522633 2020-07 : expected 7.000000 of all, plain Spark has 8.000000 of all");
    assertThat(plain("('poor_persons', '522631', 1), ('poor_persons', '522633', 7)"))
        .containsExactly(
            "poor_persons 522631 2020-07 : expected none of all, plain Spark has 1.000000 of all");
    assertThat(plain("('exited_persons', '522632', 0)"))
        .as("no row is zero")
        .containsExactly(
            "poor_persons 522633 2020-07 : expected 7.000000 of all, plain Spark has none of all");
  }

  @Test
  void shouldFindValuesOfAReleaseThatDiffer() throws IOException, SQLException {
    Path table = Files.createDirectories(folder.resolve("export/indicator_value"));
    write(DUCKDB, table.resolve("a.parquet"));
    assertThat(
            Agreement.ofRelease(folder.resolve("delivery"), JULY, answer, folder.resolve("export")))
        .isEmpty();

    write(DUCKDB.replace("7.0::double", "7.5::double"), table.resolve("a.parquet"));
    assertThat(
            Agreement.ofRelease(folder.resolve("delivery"), JULY, answer, folder.resolve("export")))
        .containsExactly("poor_persons 522633 2020-07: value: expected 7.0, found 7.5");
  }

  private List<String> plain(String rows) throws IOException, SQLException {
    Path plain = Files.createDirectories(folder.resolve("plain"));
    String select =
        "select i indicator, '2020-07' period, r region_code, '' breakdown,"
            + " n::decimal(38,6) numerator, null::decimal(38,6) denominator"
            + " from (values %s) as cell(i, r, n)".formatted(rows);
    write(select, plain.resolve("a.parquet"));
    return Agreement.ofPlainSpark(folder.resolve("delivery"), JULY, answer, plain);
  }

  private static void write(String select, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("copy (%s) to '%s' (format parquet)".formatted(select, file));
    }
  }
}
