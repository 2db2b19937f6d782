package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.disclosure.HandMade.side;

import java.util.List;
import org.countywise.plan.Months;
import org.junit.jupiter.api.Test;

/** What a county's older months hide is not told by the base of its newer ones. */
class ChangedTerritoryTest {
  private static final String THEN = "2019-07";
  private static final String NOW = "2020-07";

  /** Jobs of both years, of which 1101 has 3 in the first, and how many more there are. */
  private static HandMade jobs() {
    HandMade release = new HandMade().count("jobs");
    release.indicator(
        "growth",
        side("jobs", Months.THIS, "1", "jobs", Months.SAME_MONTH_LAST_YEAR, "-1"),
        side("jobs", Months.SAME_MONTH_LAST_YEAR, "1"),
        false);
    List<Integer> base = List.of(3, 10, 20, 30, 40, 50, 60, 70);
    return release
        .rows("jobs", THEN, "", base.toArray(Integer[]::new))
        .rows("jobs", NOW, "", 50, 110, 120, 130, 140, 150, 160, 170)
        .rows("growth", NOW, "", List.of(47, 100, 100, 100, 100, 100, 100, 100), base);
  }

  @Test
  void shouldKnowACountyUnderItsOlderCode() {
    Protection protection = jobs().renames("1102", "1109", THEN).protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden().keySet())
        .as("the small number, and the sibling without which it could be computed, in both years")
        .containsExactlyInAnyOrder(
            new PublishedCell.Key("jobs", "1101", THEN, ""),
            new PublishedCell.Key("growth", "1101", NOW, ""),
            new PublishedCell.Key("jobs", "1109", THEN, ""),
            new PublishedCell.Key("growth", "1102", NOW, ""));
  }

  @Test
  void shouldGoOnHidingUnderTheNewCode() {
    HandMade release = jobs().renames("1102", "1109", THEN);
    for (String region : List.of("1101", "1109")) {
      release.stands("jobs", region, THEN, PublishedCell.Standing.HIDDEN);
    }
    for (String region : List.of("1103", "1104", "11", "CN", "22")) {
      release.stands("jobs", region, THEN, PublishedCell.Standing.SHOWN);
    }

    assertThat(release.protect().hidden().keySet())
        .containsExactlyInAnyOrder(
            new PublishedCell.Key("growth", "1101", NOW, ""),
            new PublishedCell.Key("growth", "1102", NOW, ""));
  }

  @Test
  void shouldNotShowTheBaseOfATerritoryThatWasMerged() {
    Protection protection = jobs().breaks("1104", NOW).protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden()).containsKey(new PublishedCell.Key("growth", "1104", NOW, ""));
    assertThat(protection.hidden())
        .doesNotContainKey(new PublishedCell.Key("jobs", "1104", NOW, ""));
  }
}
