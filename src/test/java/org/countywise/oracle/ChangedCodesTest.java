package org.countywise.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons move the older month into the period's territory: oracle/changed-codes.sql. */
class ChangedCodesTest {
  private static final String BASE = "migrant_to_base";
  @TempDir private Path folder;

  @Test
  void shouldCompareWithTheSameTerritoryUnderItsOlderCodes() throws SQLException {
    assertThat(cells(BASE, "2020-07", "533301", "533301001001", "533302", "533303", "533304", "CN"))
        .containsEntry("533301", "A 50.0 [1/2]")
        .containsEntry("533301001001", "A 50.0 [1/2]")
        .containsEntry("533302", "A 33.33333333333333 [1/3]")
        .containsEntry("533303", "B 100.0 [1/1]")
        .containsEntry("533304", "B 22.22222222222222 [2/9]")
        .containsEntry("CN", "A 33.33333333333333 [5/15]");
  }

  @Test
  void shouldNeedTheControlTotalsOfTheCountiesThatHeldTheTerritory() throws SQLException {
    Path delivery =
        HandMadeDelivery.write(
            folder,
            "changed-codes",
            "delete from delivery where county_code = '533303' and period = '2019-12'");

    assertThat(cells(delivery, BASE, "2020-07", "533301", "533303", "533304", "CN"))
        .containsEntry("533301", "A 50.0 [1/2]")
        .containsEntry("533303", "O - [1]")
        .containsEntry("533304", "O - [2]")
        .containsEntry("CN", "P 40.0 [2/5]");
  }

  @Test
  void shouldExpectTheCodesThatArePartOfThePeriodsRoster() throws SQLException {
    assertThat(cells("registered_households", "2020-07", "533301", "533321", "group:listed"))
        .containsEntry("533301", "A 1.0 [1]")
        .containsEntry("533321", "absent")
        .containsEntry("group:listed", "A 1.0 [1]");
    assertThat(cells("registered_households", "2019-12", "533301", "533321"))
        .containsEntry("533301", "absent")
        .containsEntry("533321", "A 1.0 [1]");
  }

  @Test
  void shouldScopeMigrantsByTheRostersCountyRatherThanThePrefix() throws SQLException {
    assertThat(cells("migrant_in_county", "2020-07", "533304", "533303001001", "533303"))
        .as("the transferred village's migrant works in the county that the village now belongs to")
        .containsEntry("533304", "B 2.0 [2]")
        .containsEntry("533303001001", "A 1.0 [1]")
        .containsEntry("533303", "B 0.0 [0]");
  }

  private Map<String, String> cells(String indicator, String period, String... regions)
      throws SQLException {
    return cells(
        HandMadeDelivery.write(folder.resolve(period), "changed-codes"),
        indicator,
        period,
        regions);
  }

  private static Map<String, String> cells(
      Path delivery, String indicator, String period, String... regions) throws SQLException {
    try (Oracle oracle = Oracle.over(delivery)) {
      oracle.compute(List.of(YearMonth.parse(period)), List.of("registry", "employment"));
      Answers answers = new Answers(oracle.connection(), period);
      Map<String, String> cells = new TreeMap<>();
      Stream.of(regions).forEach(region -> cells.put(region, answers.total(indicator, region)));
      return cells;
    }
  }
}
