package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What two releases of a month show together tells no more than each of them alone. */
class TwoReleasesTest {
  private static final String JULY = "2020-07";

  private static HandMade poor(Integer... counties) {
    return new HandMade().count("poor").rows("poor", JULY, "", counties);
  }

  @Test
  void shouldNotTellBySiblingsThatTheEarlierReleaseHid() {
    HandMade first = poor(3, 10, 20, 30, 40, 50, 60, 70);
    Protection before = first.protect();
    assertThat(before.hidden()).containsOnlyKeys(key("1101"), key("1102"));

    HandMade second = poor(7, 10, 20, 30, 40, 50, 60, 70).after("r0001", first, before);
    Protection now = second.protect();

    assertThat(now.leaks()).isFalse();
    assertThat(now.told()).isEmpty();
    assertThat(now.hidden()).as("7 and 10 would tell that 1101 was 13 − 10 = 3").isNotEmpty();
    assertThat(now.hidden().keySet()).containsAnyOf(key("1101"), key("1102"));
  }

  @Test
  void shouldNotTellALateCountyByWhatItAddsToItsParents() {
    HandMade first = poor(0, 10, 20, 30, 40, 50, 60, 70);
    first.undelivered("poor", "1101", JULY);
    Protection before = first.protect();
    assertThat(before.hidden()).isEmpty();

    Protection now = poor(3, 10, 20, 30, 40, 50, 60, 70).after("r0001", first, before).protect();

    assertThat(now.leaks()).isFalse();
    assertThat(now.told()).isEmpty();
    assertThat(now.hidden().keySet())
        .as("each of them would be 3 more than before")
        .containsExactlyInAnyOrder(key("1101"), key("11"), key("CN"), key("group:all"));
  }

  @Test
  void shouldHideTheSameWhereNothingChanged() {
    HandMade first = poor(3, 10, 20, 30, 40, 1, 60, 70);
    Protection before = first.protect();
    Protection again = poor(3, 10, 20, 30, 40, 1, 60, 70).after("r0001", first, before).protect();

    assertThat(again.hidden()).isEqualTo(before.hidden());
    assertThat(again.leaks()).isFalse();
  }

  @Test
  void shouldKnowWhatAllEarlierReleasesShowed() {
    HandMade first = poor(0, 10, 20, 30, 40, 50, 60, 70);
    first.undelivered("poor", "1101", JULY);
    HandMade second = poor(3, 10, 20, 30, 40, 50, 60, 70).after("r0001", first, first.protect());
    Protection then = second.protect();
    HandMade third =
        poor(3, 10, 20, 30, 40, 50, 60, 70)
            .after("r0001", first, first.protect())
            .after("r0002", second, then);
    Protection now = third.protect();

    assertThat(now.told()).isEmpty();
    assertThat(now.hidden().keySet())
        .as("the first release shows the totals without the late county")
        .contains(key("1101"), key("11"), key("CN"), key("group:all"));
  }

  @Test
  void shouldSayWhatEarlierReleasesTellAndPublish() {
    HandMade first = poor(1, 2, 20, 30, 40, 50, 60, 70);
    Protection tooLittle =
        new Protection(
            java.util.Map.of(
                key("1101"), Protection.Kind.PRIMARY, key("1102"), Protection.Kind.PRIMARY),
            List.of(),
            List.of(),
            0,
            List.of(),
            java.util.Map.of(),
            List.of());
    Protection now = poor(1, 2, 20, 30, 40, 50, 60, 75).after("r0001", first, tooLittle).protect();

    assertThat(now.leaks()).as("this release tells nothing").isFalse();
    assertThat(now.told()).as("3 was shown above 1 and 2").contains(key("1101"), key("1102"));
    assertThat(now.hidden()).containsKeys(key("1101"), key("1102"));
  }

  private static PublishedCell.Key key(String region) {
    return new PublishedCell.Key("poor", region, JULY, "");
  }
}
