package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedPeriodsTest {
  @Test
  void shouldNameMonthsWithoutAGapAsARange() {
    assertThat(new PublishedPeriods(List.of("2019-12", "2020-01", "2020-02", "2020-07")))
        .hasToString("2019-12..2020-02, 2020-07");
  }

  @Test
  void shouldNameTheMonthThatIsNotPublishedAndWhatAddsIt() {
    PublishedPeriods published = new PublishedPeriods(List.of("2020-06", "2020-07"));

    published.demand(List.of("2020-07", "2020-06"));
    assertThatThrownBy(() -> published.demand(List.of("2020-07", "2020-08")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "period '2020-08' is not published; published are 2020-06..2020-07;"
                + " 'countywise run --period 2020-08' adds it");
  }
}
