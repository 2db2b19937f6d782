package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countywise.disclosure.HandMade.side;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.plan.Months;
import org.junit.jupiter.api.Test;

/** Small counts stay hidden, whatever else readers can add up. */
class ProtectionTest {
  private static final String JULY = "2020-07";

  private static HandMade poor(Integer... counties) {
    return new HandMade().count("poor").rows("poor", JULY, "", counties);
  }

  @Test
  void shouldHideNothingWhereNothingIsSmall() {
    Protection protection = poor(5, 10, 20, 30, 40, 50, 60, 0).protect();

    assertThat(protection.hidden()).isEmpty();
    assertThat(protection.guarded()).isZero();
  }

  @Test
  void shouldHideASiblingOfTheSameParentAndLeaveTheParents() {
    Protection protection = poor(3, 10, 20, 30, 40, 50, 60, 0).protect();

    assertThat(regions(protection)).containsExactlyInAnyOrder("1101", "1102");
    assertThat(protection.hidden().get(key("poor", "1101"))).isEqualTo(Protection.Kind.PRIMARY);
    assertThat(protection.hidden().get(key("poor", "1102")))
        .as("the smallest sibling that is large enough")
        .isEqualTo(Protection.Kind.COMPLEMENTARY);
    assertThat(protection.leaks()).isFalse();
  }

  @Test
  void shouldNotBeContentWithTwoSmallSiblingsWhoseSumIsTooSmall() {
    Protection protection = poor(1, 2, 20, 30, 40, 50, 60, 70).protect();

    assertThat(regions(protection))
        .as("1 + 2 = 3 would tell each of them to within 3")
        .containsExactlyInAnyOrder("1101", "1102", "1103");
  }

  @Test
  void shouldShowZeroAndUseNoneAsCover() {
    Protection protection = poor(0, 0, 3, 0, 40, 50, 60, 70).protect();

    assertThat(regions(protection)).contains("1103").doesNotContain("CN", "group:all");
    assertThat(protection.leaks()).isFalse();
    assertThat(regions(protection)).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void shouldHideCornersOfTheTableOfRegionsAndBreakdowns() {
    HandMade release = new HandMade().count("sick").adds("sick", "kind");
    release
        .rows("sick", JULY, "", 23, 40, 50, 60, 70, 80, 90, 100)
        .rows("sick", JULY, "kind=a", 3, 20, 20, 30, 30, 40, 45, 50)
        .rows("sick", JULY, "kind=b", 20, 20, 30, 30, 40, 40, 45, 50);
    Protection protection = release.protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden()).hasSize(4);
    assertThat(protection.hidden().keySet())
        .allMatch(key -> !key.breakdown().isEmpty())
        .allMatch(key -> key.region().startsWith("110"));
  }

  @Test
  void shouldHideTheComplementOfAShareAndWhatWouldTellIt() {
    HandMade release = new HandMade().count("all").count("insured").share("rate", "insured", "all");
    List<Integer> all = List.of(100, 110, 120, 130, 140, 150, 160, 170);
    List<Integer> insured = List.of(98, 80, 90, 100, 110, 120, 130, 140);
    release
        .rows("all", JULY, "", all.toArray(Integer[]::new))
        .rows("insured", JULY, "", insured.toArray(Integer[]::new))
        .rows("rate", JULY, "", insured, all);
    Protection protection = release.protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden().get(key("rate", "1101"))).isEqualTo(Protection.Kind.PRIMARY);
    assertThat(protection.hidden().keySet())
        .as("100 − 98: one of both must be hidden everywhere")
        .anyMatch(key -> key.region().equals("1101") && !key.indicator().equals("rate"));
  }

  @Test
  void shouldHideACountInEveryRowItStandsIn() {
    HandMade release = new HandMade().count("poor").count("rural");
    release.share("rate", "poor", "rural");
    List<Integer> rural = List.of(100, 110, 120, 130, 140, 150, 160, 170);
    List<Integer> poor = List.of(3, 80, 90, 100, 110, 120, 130, 140);
    release
        .rows("rural", JULY, "", rural.toArray(Integer[]::new))
        .rows("poor", JULY, "", poor.toArray(Integer[]::new))
        .rows("rate", JULY, "", poor, rural);
    Protection protection = release.protect();

    assertThat(protection.hidden().keySet())
        .contains(key("poor", "1101"), key("rate", "1101"))
        .as("the denominator alone tells nothing")
        .doesNotContain(key("rural", "1101"));
    assertThat(protection.leaks()).isFalse();
  }

  @Test
  void shouldKnowIdentitiesThatEverybodyKnows() {
    HandMade release =
        new HandMade().count("all").count("men").count("women").identity("all", "men", "women");
    release
        .rows("all", JULY, "", 43, 40, 50, 60, 70, 80, 90, 100)
        .rows("men", JULY, "", 40, 20, 20, 30, 30, 40, 45, 50)
        .rows("women", JULY, "", 3, 20, 30, 30, 40, 40, 45, 50);
    Protection protection = release.protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.hidden().keySet())
        .as("all − men would be 3")
        .anyMatch(key -> key.region().equals("1101") && !key.indicator().equals("women"));
  }

  @Test
  void shouldHideAGrowthWhoseBaseIsSmallAndTheBaseInItsOwnMonth() {
    HandMade release = new HandMade().count("jobs");
    release.indicator(
        "growth",
        side("jobs", Months.THIS, "1", "jobs", Months.LAST_MONTH, "-1"),
        side("jobs", Months.LAST_MONTH, "1"),
        false);
    List<Integer> june = List.of(2, 10, 20, 30, 40, 50, 60, 70);
    release
        .rows("jobs", "2020-06", "", june.toArray(Integer[]::new))
        .rows("jobs", JULY, "", 12, 11, 22, 33, 44, 55, 66, 77)
        .rows("growth", JULY, "", List.of(10, 1, 2, 3, 4, 5, 6, 7), june);
    Protection protection = release.protect();

    assertThat(protection.hidden().keySet())
        .contains(key("growth", "1101"), new PublishedCell.Key("jobs", "1101", "2020-06", ""))
        .doesNotContain(key("jobs", "1101"));
    assertThat(protection.leaks()).isFalse();
  }

  @Test
  void shouldHideAmountsOfFew() {
    HandMade release = new HandMade().count("workers").amount("wages", "workers");
    release.indicator(
        "wage", side("wages", Months.THIS, "0.01"), side("workers", Months.THIS, "1"), false);
    List<Integer> workers = List.of(3, 10, 20, 30, 40, 50, 60, 70);
    release
        .rows("workers", JULY, "", workers.toArray(Integer[]::new))
        .rows(
            "wage", JULY, "", List.of(900, 3000, 6000, 9000, 12000, 15000, 18000, 21000), workers);
    Protection protection = release.protect();

    assertThat(protection.hidden().keySet())
        .contains(key("wage", "1101"), key("workers", "1101"))
        .anyMatch(key -> key.indicator().equals("wage") && !key.region().equals("1101"));
    assertThat(protection.leaks()).isFalse();
  }

  @Test
  void shouldNotUseAsCoverWhatIsPublishedAlready() {
    HandMade release = poor(3, 10, 20, 30, 40, 50, 60, 70);
    release.stands("poor", "1102", JULY, PublishedCell.Standing.SHOWN);
    Protection protection = release.protect();

    assertThat(regions(protection)).containsExactlyInAnyOrder("1101", "1103");
  }

  @Test
  void shouldRefuseWhereWhatIsPublishedAlreadyTellsAll() {
    HandMade release = poor(3, 10, 20, 30, 40, 50, 60, 70);
    for (String region : List.of("1102", "1103", "1104", "11")) {
      release.stands("poor", region, JULY, PublishedCell.Standing.SHOWN);
    }
    Protection protection = release.protect();

    assertThat(protection.leaks()).isTrue();
    assertThat(protection.recovered()).contains(key("poor", "1101"));
    assertThat(protection.exposed()).contains(key("poor", "1101"));
  }

  @Test
  void shouldGoOnHidingWhatAnEarlierReleaseHid() {
    HandMade release = poor(30, 10, 20, 30, 40, 50, 60, 70);
    release.stands("poor", "1101", JULY, PublishedCell.Standing.HIDDEN);
    Protection protection = release.protect();

    assertThat(protection.hidden()).as("a sibling, so that it cannot be computed").hasSize(1);
    assertThat(protection.leaks()).isFalse();
  }

  @Test
  void shouldNotTakeARowWithoutNumbersForAHiddenOne() {
    HandMade release = poor(30, 10, 20, 30, 40, 50, 60, 70);
    release.lacks("poor", "1101", JULY);
    Protection protection = release.protect();

    assertThat(protection.recovered()).isEmpty();
    assertThat(protection.leaks()).isFalse();
  }

  @Test
  void shouldHideTheSameEveryTime() {
    assertThat(poor(1, 2, 3, 30, 4, 50, 60, 70).protect())
        .isEqualTo(poor(1, 2, 3, 30, 4, 50, 60, 70).protect());
  }

  private static Set<String> regions(Protection protection) {
    return protection.hidden().keySet().stream()
        .map(PublishedCell.Key::region)
        .collect(Collectors.toSet());
  }

  private static PublishedCell.Key key(String indicator, String region) {
    return new PublishedCell.Key(indicator, region, JULY, "");
  }
}
