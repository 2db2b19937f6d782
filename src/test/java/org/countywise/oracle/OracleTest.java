package org.countywise.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The oracle on oracle/four-counties.sql, whose answers were worked out on paper. */
class OracleTest {
  private static final YearMonth JULY = YearMonth.of(2020, 7);
  @TempDir private static Path folder;
  private static Answers answers;
  private static Oracle oracle;

  @BeforeAll
  static void computeJuly() throws SQLException {
    oracle = Oracle.over(HandMadeDelivery.write(folder.resolve("delivery"), "four-counties"));
    oracle.compute(List.of(JULY), Oracle.FOUR);
    answers = new Answers(oracle.connection(), "2020-07");
  }

  @AfterAll
  static void close() throws SQLException {
    oracle.close();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvFileSource(resources = "/oracle/four-counties-expected.csv", numLinesToSkip = 1)
  void shouldGiveTheAnswerWorkedOutByHand(
      String indicator, String region, String breakdown, String expected) throws SQLException {
    String key = breakdown == null ? "" : breakdown;
    assertThat(answers.cell(indicator, region, key))
        .as("%s of %s %s", indicator, region, key)
        .isEqualTo(expected);
  }

  @Test
  void shouldHoldEveryExpectedRegionForEveryIndicatorThatHasATotal() throws SQLException {
    assertThat(
            answers.text(
                """
                select string_agg(level || ' ' || regions || ' x ' || indicators, ', ' order by level)
                from (select region_level as level, count(distinct region_code) as regions,
                    count(*) // count(distinct region_code) as indicators
                  from indicator_value where breakdown = '' group by region_level)
                """))
        .as(
            "4 counties with 5 villages on the roster, 2 prefectures, 2 provinces, 42 indicators less works_quantity")
        .isEqualTo(
            "county 4 x 41, group 1 x 41, nation 1 x 41, prefecture 2 x 41, province 2 x 41,"
                + " township 4 x 41, village 5 x 41");
  }

  @Test
  void shouldHaveAnAnswerWorkedOutByHandForEveryIndicator() throws SQLException {
    assertThat(
            answers.text(
                """
                select string_agg(indicator, ', ') from indicator
                where indicator not in (
                  select indicator from read_csv('%s'))
                """
                    .formatted(
                        OracleTest.class
                            .getResource("/oracle/four-counties-expected.csv")
                            .getPath())))
        .as("indicators without a hand-worked answer")
        .isNull();
  }

  @Test
  void shouldLeaveOutFamiliesThatWereNotAsked() throws SQLException {
    try (Oracle posts = Oracle.over(folder.resolve("delivery"))) {
      posts.compute(List.of(JULY, YearMonth.of(2020, 6)), List.of("public-posts"));

      assertThat(
              new Answers(posts.connection(), "2020-07")
                  .text("select count(distinct (period, indicator)) from indicator_value"))
          .as("two periods of five indicators")
          .isEqualTo("10");
    }
  }

  @Test
  void shouldNameTheFamiliesItKnowsWhenAskedForAnother() {
    assertThatThrownBy(() -> oracle.compute(List.of(JULY), List.of("incomes")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown family 'incomes'; the oracle knows registry, employment, public-posts, industry,"
                + " guarantees, supervision, listing, works, relocation, income, monitoring, exit");
  }
}
