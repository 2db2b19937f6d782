package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares of the parts of a breakdown in the whole tell no small part. */
class WholeShareTest {
  private static final String JULY = "2020-07";
  private static final List<Integer> OTHERS = List.of(37, 40, 20, 30, 30, 40, 45, 50);

  /** The count by kind is published too, or only its shares. */
  private static HandMade release(List<Integer> kind, boolean counted) {
    List<Integer> all =
        IntStream.range(0, kind.size()).map(i -> kind.get(i) + OTHERS.get(i)).boxed().toList();
    HandMade release = new HandMade().count("sick").adds("sick", "kind");
    release.shareOfTheWhole("share", "sick", "sick");
    release.rows("sick", JULY, "", all.toArray(Integer[]::new));
    release.rows("share", JULY, "", all, all);
    release.rows("share", JULY, "kind=a", kind, all).rows("share", JULY, "kind=b", OTHERS, all);
    return counted
        ? release
            .rows("sick", JULY, "kind=a", kind.toArray(Integer[]::new))
            .rows("sick", JULY, "kind=b", OTHERS.toArray(Integer[]::new))
        : release;
  }

  @Test
  void shouldHideNothingWhereNoPartIsSmall() {
    Protection protection = release(List.of(10, 20, 30, 40, 50, 60, 0, 70), true).protect();

    assertThat(protection.hidden()).isEmpty();
  }

  @Test
  void shouldHideASmallPartInEveryRowThatTellsIt() {
    Protection protection = release(List.of(3, 20, 20, 30, 30, 40, 45, 50), true).protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.exposed()).isEmpty();
    assertThat(protection.hidden().keySet())
        .contains(key("share", "1101", "kind=a"), key("sick", "1101", "kind=a"))
        .as("the whole less the part is the other part")
        .anyMatch(key -> key.region().equals("1101") && !key.breakdown().equals("kind=a"));
    assertThat(regions(protection, "share", "kind=a"))
        .as("a region above less the others is the part")
        .hasSizeGreaterThan(1);
  }

  @Test
  void shouldKnowWhatTheWholeIsWhereACountyHasNobodyOfAKind() {
    Protection protection = release(List.of(3, 0, 0, 30, 30, 40, 45, 50), false).protect();

    assertThat(protection.leaks()).isFalse();
    assertThat(protection.exposed()).isEmpty();
    assertThat(protection.hidden().keySet()).contains(key("share", "1101", "kind=a"));
    assertThat(regions(protection, "share", "kind=a"))
        .as("the rows above add up the county's small part, and whole counties beside it")
        .hasSizeGreaterThan(1);
  }

  @Test
  void shouldHideAPartThatIsNearlyTheWhole() {
    List<Integer> most = List.of(100, 110, 120, 130, 140, 150, 160, 170);
    HandMade release = new HandMade().count("sick").shareOfTheWhole("share", "sick", "sick");
    List<Integer> all = List.of(102, 160, 170, 180, 190, 200, 210, 220);
    Protection protection =
        release
            .rows("share", JULY, "", all, all)
            .rows("share", JULY, "kind=a", most, all)
            .protect();

    assertThat(protection.hidden().keySet())
        .as("102 − 100")
        .contains(key("share", "1101", "kind=a"));
    assertThat(protection.leaks()).isFalse();
  }

  private static Set<String> regions(Protection protection, String indicator, String breakdown) {
    return protection.hidden().keySet().stream()
        .filter(key -> key.indicator().equals(indicator) && key.breakdown().equals(breakdown))
        .map(PublishedCell.Key::region)
        .collect(Collectors.toSet());
  }

  private static PublishedCell.Key key(String indicator, String region, String breakdown) {
    return new PublishedCell.Key(indicator, region, JULY, breakdown);
  }
}
