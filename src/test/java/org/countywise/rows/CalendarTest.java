package org.countywise.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.junit.jupiter.api.Test;

/** Which months of a dataset are read, and of which of them an indicator counts rows. */
class CalendarTest {
  private static final Plan PLAN = Compilation.plan(Workbench.definitions("jobs"), List.of());
  private final Calendar july =
      new Calendar(PLAN, List.of(YearMonth.of(2020, 7)), YearMonth.of(2019, 11));

  @Test
  void shouldCountRowsOfTheMonthsThatIndicatorsCompareWith() {
    assertThat(july.counted(PLAN.scan("employment")))
        .as("this month, last December and the same month last year")
        .containsExactly("2019-07", "2019-12", "2020-07");
  }

  @Test
  void shouldCountNoRowsOfMonthsThatAreReadForTalliesAndTheWatchOnly() {
    assertThat(july.months(PLAN.scan("household"))).contains("2019-11", "2020-06", "2020-07");
    assertThat(july.counted(PLAN.scan("household"))).containsExactly("2020-07");
    assertThat(july.counted(PLAN.scan("household_account"))).isEmpty();
  }

  @Test
  void shouldCountAllThatAMeasureIsMadeOfInTheMonthsOfThatMeasure() {
    assertThat(PLAN.composites()).isNotEmpty();
    assertThat(july.combined()).containsExactly("2020-07");
    assertThat(july.counted(PLAN.scan("exit_survey"))).containsExactly("2020-07");
    assertThat(july.counted(PLAN.scan("village"))).containsExactly("2020-07");
  }

  @Test
  void shouldCountReferenceDataInEveryMonthThatNeedsThem() {
    assertThat(july.counted(PLAN.scan("listing")))
        .isEqualTo(july.months(PLAN.scan("listing")))
        .contains("2020-07");
  }
}
