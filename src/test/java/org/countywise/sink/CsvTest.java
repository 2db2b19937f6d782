package org.countywise.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4180, and what a spreadsheet needs beside it. */
class CsvTest {
  private static final Csv PLAIN = new Csv(Csv.Use.PROGRAMS);
  private static final Csv SPREADSHEET = new Csv(Csv.Use.SPREADSHEET);

  @Test
  void shouldDoubleQuotesAndQuoteWhatSeparates() {
    assertThat(PLAIN.line(List.of("he said \"no\"", "a,b", "two\nlines", "a\rb", "plain \\ text")))
        .isEqualTo("\"he said \"\"no\"\"\",\"a,b\",\"two\nlines\",\"a\rb\",plain \\ text");
  }

  @Test
  void shouldTellUnknownFromAnEmptyText() {
    assertThat(PLAIN.line(Arrays.asList("a", null, "", "昭觉县"))).isEqualTo("a,,\"\",昭觉县");
  }

  @Test
  void shouldWriteNumbersAsPlainDecimals() {
    assertThat(
            PLAIN.line(
                List.of(1.2967005E7, 1e-7, 100.0, 0.1, new BigDecimal("1E+3"), -3L, 24.212343)))
        .isEqualTo("12967005,0.0000001,100,0.1,1000,-3,24.212343");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "＝1"})
  void shouldDisarmTextsForSpreadsheetsOnly(String text) {
    assertThat(SPREADSHEET.line(List.of(text)).replace("\"", "")).isEqualTo("'" + text);
    assertThat(PLAIN.line(List.of(text)).replace("\"", "")).isEqualTo(text);
  }

  @Test
  void shouldLeaveNumbersAndHarmlessTextsAsTheyAreForSpreadsheets() {
    assertThat(SPREADSHEET.line(Arrays.asList(-1.5, new BigDecimal("-2"), "a=b", null)))
        .isEqualTo("-1.5,-2,a=b,");
  }

  @Test
  void shouldMarkTheFirstLineForSpreadsheetsOnly() {
    assertThat(SPREADSHEET.head(List.of("a", "b"))).isEqualTo("\uFEFFa,b");
    assertThat(PLAIN.head(List.of("a", "b"))).isEqualTo("a,b");
  }
}
