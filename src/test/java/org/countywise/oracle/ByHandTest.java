package org.countywise.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The oracle on the small deliveries of oracle/by-hand, whose answers (the CSV beside each, lines
 * of period, indicator, region, breakdown, cell) were worked out on paper.
 */
class ByHandTest {
  private record Sheet(String family, String delivery, String answers) {
    Sheet(String family) {
      this(family, family, family);
    }
  }

  private record Line(
      String period, String indicator, String region, String breakdown, String cell) {
    static Line of(String line) {
      String[] field = line.split(",", 5);
      return new Line(field[0], field[1], field[2], field[3], field[4]);
    }

    @Override
    public String toString() {
      return "%s %s %s %s: %s".formatted(period, indicator, region, breakdown, cell);
    }
  }

  private static final List<Sheet> SHEETS =
      List.of(
          new Sheet("guarantees", "supervision", "guarantees"),
          new Sheet("supervision"),
          new Sheet("listing"),
          new Sheet("works"),
          new Sheet("relocation"),
          new Sheet("income"),
          new Sheet("monitoring"),
          new Sheet("monitoring", "alerts", "alert-counts"),
          new Sheet("exit"),
          new Sheet("income", "recoded", "recoded-income"),
          new Sheet("monitoring", "recoded", "recoded-alerts"));

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> shouldGiveTheAnswersWorkedOutByHand() {
    return SHEETS.stream()
        .map(sheet -> DynamicTest.dynamicTest(sheet.answers(), () -> assertAnswers(sheet)));
  }

  @Test
  void shouldHaveAnAnswerWorkedOutByHandForEveryIndicator() throws SQLException {
    Set<String> answered = new LinkedHashSet<>();
    SHEETS.forEach(sheet -> lines(sheet).forEach(line -> answered.add(line.indicator())));
    Set<String> families = new LinkedHashSet<>();
    SHEETS.forEach(sheet -> families.add(sheet.family()));

    try (Oracle oracle = Oracle.over(folder)) {
      oracle.compute(List.of(YearMonth.of(2020, 7)), families);
      String known = "select string_agg(indicator::varchar, ',') from indicator";
      assertThat(answered)
          .containsExactlyInAnyOrder(
              new Answers(oracle.connection(), "2020-07").text(known).split(",", -1));
    }
  }

  @Test
  void shouldRaiseAnswerAndForgetAlerts() throws SQLException {
    List<String> expected = rows("alerts");
    List<String> found = new ArrayList<>();
    try (Oracle oracle = Oracle.over(delivery("alerts", "ledger"))) {
      oracle.compute(List.of(YearMonth.of(2020, 12)), List.of("monitoring"));
      Answers answers = new Answers(oracle.connection(), "2020-12");
      for (String row : expected) {
        String[] field = row.split(",", 4);
        String key = String.join(",", field[0], field[1], field[2]);
        found.add(key + "," + answers.text(alert(field[0], field[1], field[2])));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void shouldKeepTheSameLedgerWhicheverMonthsAreAsked() throws SQLException {
    String count = "select count(*) || ' of ' || count(distinct period) from alert";
    try (Oracle oracle = Oracle.over(delivery("alerts", "months"))) {
      oracle.compute(List.of(YearMonth.of(2020, 12)), List.of("monitoring"));
      String one = new Answers(oracle.connection(), "2020-12").text(count);
      oracle.compute(
          IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(2020, month)).toList(),
          List.of("monitoring"));

      assertThat(new Answers(oracle.connection(), "2020-12").text(count))
          .as("alert rows of one month asked for, and of twelve")
          .isEqualTo(one)
          .endsWith(" of 11");
    }
  }

  private static String alert(String household, String rule, String period) {
    return """
        select coalesce(string_agg(status || ' since ' || first_period, ' and '), 'none')
        from alert where household_id = %s and rule = '%s' and period = '%s'
        """
        .formatted(household, rule, period);
  }

  private static void assertAnswers(Sheet sheet) throws SQLException {
    List<Line> lines = lines(sheet);
    List<YearMonth> periods =
        lines.stream().map(line -> YearMonth.parse(line.period())).distinct().toList();
    List<Line> found = new ArrayList<>();
    try (Oracle oracle = Oracle.over(delivery(sheet.delivery(), sheet.answers()))) {
      oracle.compute(periods, List.of(sheet.family()));
      for (Line line : lines) {
        String cell =
            new Answers(oracle.connection(), line.period())
                .cell(line.indicator(), line.region(), line.breakdown());
        found.add(new Line(line.period(), line.indicator(), line.region(), line.breakdown(), cell));
      }
    }
    assertThat(found).isEqualTo(lines);
  }

  private static Path delivery(String file, String name) {
    return HandMadeDelivery.write(
        folder.resolve(name), List.of("by-hand/counties", "by-hand/" + file));
  }

  private static List<Line> lines(Sheet sheet) {
    return rows(sheet.answers()).stream().map(Line::of).toList();
  }

  private static List<String> rows(String answers) {
    try (InputStream file =
        ByHandTest.class.getResourceAsStream("/oracle/by-hand/" + answers + ".csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
