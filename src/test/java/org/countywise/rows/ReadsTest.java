package org.countywise.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.junit.jupiter.api.Test;

/** Which partitions are read for what. */
class ReadsTest {
  private static final Plan PLAN = Compilation.plan(Workbench.definitions("jobs"), List.of());
  private final Reads july =
      new Reads(new Calendar(PLAN, List.of(YearMonth.of(2020, 7)), YearMonth.of(2019, 11)));

  @Test
  void shouldJudgeRowsBesideThoseTheyPointToOfTheSameMonth() {
    assertThat(july.judging("employment", "2020-03"))
        .contains(
            new Partition("employment", "2020-03"),
            new Partition("household", "2020-03"),
            new Partition("region", ""))
        .allMatch(read -> read.month().isEmpty() || read.month().equals("2020-03"));
  }

  @Test
  void shouldMeasureARequestedMonthBesideTheMonthsItLooksBackAt() {
    Set<Partition> read = july.of(PLAN.scan("household"), "2020-07");

    assertThat(months(read, "household_account"))
        .as("incomes of twelve months")
        .hasSize(12)
        .contains("2019-08", "2020-07");
    assertThat(months(read, "person")).containsExactly("2020-07");
  }

  @Test
  void shouldTallyNothingBesideRowsOfAMonthThatNoIndicatorCounts() {
    assertThat(july.of(PLAN.scan("household"), "2020-03"))
        .isEqualTo(july.judging("household", "2020-03"));
  }

  @Test
  void shouldWatchAMonthBesideTheMonthsItsRulesLookBackAt() {
    Set<Partition> read = july.watching("2020-05");

    assertThat(months(read, "household_account")).hasSize(12).contains("2019-06", "2020-05");
    assertThat(months(read, "verification")).containsExactly("2020-05");
    assertThat(months(read, "household")).contains("2020-05").doesNotContain("2020-06");
  }

  private static Set<String> months(Set<Partition> read, String dataset) {
    return read.stream()
        .filter(partition -> partition.dataset().equals(dataset))
        .map(Partition::month)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
