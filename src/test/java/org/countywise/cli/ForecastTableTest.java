package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.store.Forecast.Reading.BESIDE;
import static org.countywise.store.Forecast.Reading.CHANGED;
import static org.countywise.store.Forecast.Reading.KNOWN;
import static org.countywise.store.Forecast.Reading.NEW;

import java.util.List;
import org.countywise.store.Forecast;
import org.junit.jupiter.api.Test;

/** What {@code countywise plan} says a run would read. */
class ForecastTableTest {

  @Test
  void shouldTellMonthsInARowTogetherAndHowManyRowsAreRead() {
    ForecastTable table =
        new ForecastTable(
            List.of(
                new Forecast("region", "", 500, NEW),
                new Forecast("person", "2019-12", 1000, KNOWN),
                new Forecast("person", "2020-01", 1000, KNOWN),
                new Forecast("person", "2020-02", 1000, CHANGED),
                new Forecast("person", "2020-04", 1000, CHANGED),
                new Forecast("village", "2020-04", 10, BESIDE)));

    assertThat(table.lines())
        .containsExactly(
            "dataset  months             rows  what becomes of them",
            "───────  ────────────────  ─────  ─────────────────────────────────────────────",
            "region                       500  read: not measured yet",
            "person   2019-12..2020-01  2,000  not read: measured already",
            "person   2020-02           1,000  read: files, definitions or engine are others",
            "person   2020-04           1,000  read: files, definitions or engine are others",
            "village  2020-04              10  read: measured already, others look at them",
            "",
            "Rows to read: 2,510 of 4,510.");
  }

  @Test
  void shouldSayThatNothingIsReadWhereTheReleaseStands() {
    assertThat(new ForecastTable(List.of()).lines())
        .containsExactly(
            "Nothing would be read: the latest release was made of the same, and stands.");
  }
}
