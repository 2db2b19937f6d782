package org.countywise.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4180, and what spreadsheets do with text. */
class CsvTest {
  private static final List<String> HEAD = List.of("a", "b");

  @Test
  void shouldEndEveryLineTheSameWayAndDoubleQuotes() throws IOException {
    assertThat(text(Csv.PLAIN, row("x", "one, \"two\""), row("two\nlines", "plain")))
        .isEqualTo("a,b\r\nx,\"one, \"\"two\"\"\"\r\n\"two\nlines\",plain\r\n");
  }

  @Test
  void shouldTellWhatIsNotKnownFromAnEmptyText() throws IOException {
    assertThat(text(Csv.PLAIN, row(null, ""))).isEqualTo("a,b\r\n,\"\"\r\n");
  }

  @Test
  void shouldWritePlainDecimals() throws IOException {
    assertThat(text(Csv.PLAIN, row(1.2967005E7, new BigDecimal("1E+9")), row(-2.5e-7, 7L)))
        .isEqualTo("a,b\r\n12967005,1000000000\r\n-0.00000025,7\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86", "-x", "@name", "\tcell"})
  void shouldDisarmFormulasForSpreadsheetsOnly(String text) throws IOException {
    assertThat(text(Csv.SPREADSHEET, row(text, "safe")))
        .as("with a byte order mark, a text that begins with an apostrophe")
        .startsWith("\uFEFFa,b\r\n")
        .contains("'" + text)
        .contains("safe");
    assertThat(text(Csv.PLAIN, row(text, "safe"))).doesNotContain("'", "\uFEFF");
  }

  @Test
  void shouldLeaveNegativeNumbersToSpreadsheets() throws IOException {
    assertThat(text(Csv.SPREADSHEET, row(-5L, new BigDecimal("-1.50")))).endsWith("-5,-1.50\r\n");
  }

  @Test
  void shouldBeReadBackByAnotherProgram(@TempDir Path folder) throws IOException, SQLException {
    Path file = folder.resolve("list.csv");
    Files.writeString(
        file, text(Csv.PLAIN, row("昭觉县, \"凉山\"", 1.5), row("", null)), StandardCharsets.UTF_8);

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select a, b from read_csv('"
                    + file
                    + "', header = true, allow_quoted_nulls = false)")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("昭觉县, \"凉山\"");
      assertThat(rows.getDouble(2)).isEqualTo(1.5);
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEmpty();
      assertThat(rows.getString(2)).isNull();
      assertThat(rows.next()).isFalse();
    }
  }

  private static List<Object> row(Object... fields) {
    return Arrays.asList(fields);
  }

  private static String text(Csv csv, List<?>... rows) throws IOException {
    StringWriter out = new StringWriter();
    csv.write(out, HEAD, List.of(rows).iterator());
    return out.toString();
  }
}
