package org.countywise.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text of a plan's records says all of them, and nothing that they do not say. */
class CanonicalTextTest {
  private record Part(String name, Optional<BigDecimal> share, List<Part> parts) {}

  @Test
  void shouldSayEveryComponentOfARecordWithinRecords() {
    Part inner = new Part("inner", Optional.of(new BigDecimal("0.5")), List.of());

    assertThat(CanonicalText.of(new Part("outer", Optional.empty(), List.of(inner))))
        .isEqualTo("Part(name=5:outer,share=[],parts=[Part(name=5:inner,share=[3:0.5],parts=[])])");
  }

  @Test
  void shouldNotDependOnTheOrderInWhichMapsAndSetsAreFilled() {
    Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
    one.put("b", 2);
    Map<String, Integer> other = new LinkedHashMap<>(Map.of("b", 2));
    other.put("a", 1);

    assertThat(CanonicalText.of(one)).isEqualTo(CanonicalText.of(other));
    assertThat(CanonicalText.of(new LinkedHashSet<>(List.of("a", "b"))))
        .isEqualTo(CanonicalText.of(new LinkedHashSet<>(List.of("b", "a"))));
    assertThat(CanonicalText.of(List.of("a", "b")))
        .isNotEqualTo(CanonicalText.of(List.of("b", "a")));
  }

  @Test
  void shouldTellTextsThatLookLikePartsFromParts() {
    assertThat(CanonicalText.of(List.of("a,1:b")))
        .isNotEqualTo(CanonicalText.of(List.of("a", "b")));
    assertThat(CanonicalText.of(List.of())).isNotEqualTo(CanonicalText.of(List.of("")));
  }

  @Test
  void shouldRefuseWhatItCannotSay() {
    assertThatThrownBy(() -> CanonicalText.of(Set.of(new Object())))
        .hasMessage("no canonical text of a java.lang.Object");
  }
}
