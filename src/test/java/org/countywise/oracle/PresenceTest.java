package org.countywise.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is delivered, and what is not: oracle/four-counties.sql with one thing changed. */
class PresenceTest {
  @TempDir private Path folder;

  @Test
  void shouldCompareWithTheSameMonthLastYear() throws SQLException {
    String[] lastYear = {
      """
      insert into delivery (dataset, county_code, row_count, period) values
        ('household', '110101', 1, '2019-07'), ('employment', '110101', 4, '2019-07'),
        ('household', '110102', 0, '2019-07'), ('employment', '110102', 0, '2019-07')
      """,
      "insert into household (household_id, village_code, registration, period)"
          + " values (1, '110101001001', 'registered_poor', '2019-07')",
      "insert into employment (person_id, household_id, channel, period)"
          + " select n, 1, 'migrant', '2019-07' from range(0, 4) as r(n)"
    };

    assertThat(
            cells("2020-07", lastYear, "migrant_yoy", "110101", "110102", "120101", "1101", "CN"))
        .as("3 migrants against 4 in 110101, 0 against 0 in 110102, nothing known of 120101")
        .containsExactly(
            "A -25.0 [-1/4]", "M - [0/0]", "O - [-]", "A -25.0 [-1/4]", "P -25.0 [-1/4]");
  }

  @Test
  void shouldTakeTheBaseOfADecemberFromTheDecemberBefore() throws SQLException {
    assertThat(cells("2019-12", new String[0], "migrant_to_base", "110101", "120101", "CN"))
        .as("no December 2018: the counts of those who delivered this December are shown")
        .containsExactly("O - [2]", "O - [-]", "O - [2]");
  }

  @Test
  void shouldLeaveAnUndeliveredCountyOutOfNumeratorAndDenominator() throws SQLException {
    String[] withoutPersons = {
      "delete from delivery where dataset = 'person' and county_code = '110101' and period = '2020-07'"
    };

    assertThat(cells("2020-07", withoutPersons, "employment_rate", "110101", "110102", "11", "CN"))
        .as("the 4 employed of 110101 are known, its labourers are not")
        .containsExactly("O - [-]", "M - [1/0]", "M - [1/0]", "P 200.0 [2/1]");
    assertThat(cells("2020-07", withoutPersons, "employed_labour", "110101", "11"))
        .as("no person is read for the employed")
        .containsExactly("A 4.0 [4]", "A 5.0 [5]");
  }

  @Test
  void shouldReadNothingFromAFolderThatIsNotThere() throws SQLException {
    String[] withoutWorks = {"delete from works", "delete from listing"};

    assertThat(cells("2020-07", withoutWorks, "works_completed", "110101", "CN", "group:listed"))
        .as("control totals say that nothing is there to count; without a roster there is no group")
        .containsExactly("A 0.0 [0]", "P 0.0 [0]", "absent");
  }

  private List<String> cells(String period, String[] changes, String indicator, String... regions)
      throws SQLException {
    Path delivery = HandMadeDelivery.write(folder.resolve(indicator), "four-counties", changes);
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.compute(List.of(YearMonth.parse(period)), Oracle.FOUR);
      Answers answers = new Answers(oracle.connection(), period);
      return Stream.of(regions).map(region -> answers.total(indicator, region)).toList();
    }
  }
}
