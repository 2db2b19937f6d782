package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Zero is shown, so whatever is hidden is at least one: totals that leave no more are hidden too.
 */
class HiddenIsSomebodyTest {
  private static final String JULY = "2020-07";

  @Test
  void shouldHideTheTotalOfFiveOnes() {
    HandMade release = new HandMade().count("sick").adds("sick", "kind");
    release.rows("sick", JULY, "", 5, 50, 60, 70, 80, 90, 100, 110);
    for (int kind = 0; kind < 5; kind++) {
      release.rows("sick", JULY, "kind=" + kind, 1, 10, 12, 14, 16, 18, 20, 22);
    }
    Protection protection = release.protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden())
        .as("five hidden kinds below a shown 5 would be five ones")
        .containsKey(key("sick", "1101", ""));
  }

  @Test
  void shouldHideMoreThanFourBelowASix() {
    Protection protection =
        new HandMade().count("poor").rows("poor", JULY, "", 1, 1, 2, 2, 40, 50, 60, 70).protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden())
        .as("four hidden counties below a shown 6 would lie between 1 and 3")
        .containsKey(key("poor", "11", ""));
  }

  @Test
  void shouldLeaveATotalThatTellsTooLittle() {
    Protection protection =
        new HandMade().count("poor").rows("poor", JULY, "", 1, 2, 3, 5, 40, 50, 60, 70).protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden().keySet())
        .as("1 + 2 + 3 + 5 = 11: each may be 1 and 5 at least")
        .extracting(PublishedCell.Key::region)
        .containsExactlyInAnyOrder("1101", "1102", "1103", "1104");
  }

  @Test
  void shouldNeverHideAZero() {
    for (Integer[] counties :
        List.of(
            new Integer[] {0, 0, 3, 0, 0, 0, 0, 0},
            new Integer[] {0, 1, 0, 2, 0, 4, 0, 3},
            new Integer[] {3, 0, 0, 9, 0, 0, 0, 60})) {
      Protection protection =
          new HandMade().count("poor").rows("poor", JULY, "", counties).protect();

      assertThat(protection.leaks()).isFalse();
      IntStream.range(0, counties.length)
          .filter(i -> counties[i] == 0)
          .forEach(
              i ->
                  assertThat(protection.hidden())
                      .as("zero is shown, so that a hidden row is none")
                      .doesNotContainKey(key("poor", HandMade.COUNTIES.get(i), "")));
    }
  }

  @Test
  void shouldKnowThatAWholeIsNoMoreThanItsPartsTogether() {
    HandMade release = new HandMade().count("linked");
    release
        .rows("linked", JULY, "", 23, 40, 50, 60, 70, 80, 90, 100)
        .rows("linked", JULY, "way=a", 3, 15, 20, 20, 30, 30, 40, 40)
        .rows("linked", JULY, "way=b", 20, 25, 30, 40, 40, 50, 50, 60);
    Protection protection = release.protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden().keySet())
        .as(
            "where nobody is linked both ways, 15 linked one way cannot be less below a shown"
                + " whole")
        .anyMatch(key -> !key.breakdown().equals("way=a") || key.region().equals("11"));
  }

  @Test
  void shouldKnowThatAPartIsNoMoreThanItsWholeWhereTheyDoNotAddUp() {
    HandMade release = new HandMade().count("linked");
    release
        .rows("linked", JULY, "", 9, 9, 9, 9, 70, 80, 90, 100)
        .rows("linked", JULY, "way=a", 3, 9, 9, 9, 30, 30, 40, 40)
        .rows("linked", JULY, "way=b", 9, 9, 9, 9, 70, 80, 90, 100);
    Protection protection = release.protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden().keySet())
        .as("a sibling that could only be more is no cover, since it would be above its whole")
        .contains(key("linked", "1101", "way=a"))
        .hasSizeGreaterThan(1);
  }

  private static PublishedCell.Key key(String indicator, String region, String breakdown) {
    return new PublishedCell.Key(indicator, region, JULY, breakdown);
  }
}
