package org.countywise.geography.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What moved territory in or out is broken; what holds the whole of a change is not. */
class BreaksTest {
  private static final Breaks.Time YEAR =
      new Breaks.Time(LocalDate.of(2019, 7, 31), LocalDate.of(2020, 7, 31));

  @Test
  void shouldBreakAMergedCountyButNotThePrefectureThatHoldsBoth() {
    Breaks breaks = breaks(merged("5301"));

    assertThat(breaks.regions(YEAR)).containsExactly("530102");
  }

  @Test
  void shouldBreakPrefecturesThatAMergeCrosses() {
    Breaks breaks = breaks(merged("5302"));

    assertThat(breaks.regions(YEAR)).containsExactly("5301", "530102", "5302");
  }

  @Test
  void shouldNotBreakWhatOnlyGotAnotherCode() {
    Annals annals =
        Annals.province()
            .until("2020-03-01", "530121", "5301")
            .from("2020-03-01", "530102", "5301")
            .until("2020-03-01", "530121001001", "530121")
            .from("2020-03-01", "530121001001", "530102")
            .change("2020-03-01", "recode", "530121", "530102");

    assertThat(breaks(annals).regions(YEAR)).isEmpty();
  }

  @Test
  void shouldBreakBothSidesOfATransfer() {
    Annals annals =
        Annals.province()
            .always("530102", "5301")
            .always("530103", "5301")
            .change("2020-03-01", "transfer", "530102", "530103");

    assertThat(breaks(annals).regions(YEAR)).containsExactly("530102", "530103");
  }

  @Test
  void shouldBreakCountiesBetweenWhichTheRosterMovesAVillage() {
    Annals annals =
        Annals.province()
            .always("530102", "5301")
            .always("530103", "5301")
            .until("2020-03-01", "530102001001", "530102")
            .from("2020-03-01", "530102001001", "530103");

    assertThat(breaks(annals).regions(YEAR)).containsExactly("530102", "530103");
  }

  @Test
  void shouldBreakVillagesButNotTheCountyTheyMergeIn() {
    Annals annals =
        Annals.province()
            .always("530102", "5301")
            .until("2020-03-01", "530102001001", "530102")
            .always("530102001002", "530102")
            .change("2020-03-01", "merge", "530102001001", "530102001002");

    assertThat(breaks(annals).regions(YEAR)).containsExactly("530102001002");
  }

  @Test
  void shouldCountTwelveMonthsToTheDay() {
    Annals annals = merged("5301");
    LocalDate last = LocalDate.of(2021, 3, 31);

    assertThat(breaks(annals).regions(new Breaks.Time(LocalDate.of(2020, 2, 29), last)))
        .containsExactly("530102");
    assertThat(breaks(annals).regions(new Breaks.Time(LocalDate.of(2020, 3, 31), last))).isEmpty();
    assertThat(
            breaks(annals)
                .regions(new Breaks.Time(LocalDate.of(2019, 2, 28), LocalDate.of(2020, 2, 29))))
        .isEmpty();
  }

  @Test
  void shouldCarryABreakOverALaterRecode() {
    Annals annals =
        Annals.province()
            .until("2020-03-01", "530121", "5301")
            .known("530102", "5301", LocalDate.of(1981, 1, 1), LocalDate.of(2020, 5, 1))
            .from("2020-05-01", "530109", "5301")
            .change("2020-03-01", "merge", "530121", "530102")
            .change("2020-05-01", "recode", "530102", "530109");

    assertThat(breaks(annals).regions(YEAR)).containsExactly("530109");
  }

  @Test
  void shouldBreakAGroupOnlyWhereTerritoryCameOrWent() {
    Breaks breaks = breaks(merged("5301"));

    assertThat(breaks.touches(List.of("530121", "530102"), YEAR)).isFalse();
    assertThat(breaks.touches(List.of("530102"), YEAR))
        .as("the other county came to the one in the group")
        .isTrue();
    assertThat(breaks.touches(List.of("530103"), YEAR)).isFalse();
  }

  /** County 530121 merges into 530102 in March 2020. */
  private static Annals merged(String prefecture) {
    return Annals.province()
        .until("2020-03-01", "530121", prefecture)
        .always("530102", "5301")
        .always("530103", "5301")
        .change("2020-03-01", "merge", "530121", "530102");
  }

  private static Breaks breaks(Annals annals) {
    return new Breaks(annals.relocation(), Set.of("merge", "split", "transfer"));
  }
}
