package org.countywise.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countywise.cube.Deliveries;
import org.countywise.quality.DeliveryKey;
import org.countywise.rows.Calendar;
import org.junit.jupiter.api.Test;

/**
 * A unit that lacks what others have leaves the regions above it; one that lacks it like all stays.
 */
class CoverageTest {
  private static final String PERIOD = "2020-07";
  private final Calendar july = HandMadeRoster.calendar(PERIOD);
  private final Calendar.Need need = july.needs().get(0);
  private final List<Coverage.Unit> units =
      List.of(
          new Coverage.Unit(PERIOD, "530102", List.of("5301", "53", "CN")),
          new Coverage.Unit(PERIOD, "530103", List.of("5301", "53", "CN")));

  @Test
  void shouldLeaveTheRegionsAboveWhereOthersHaveWhatAUnitLacks() {
    Coverage coverage = without("530103");
    Deliveries.Spot lacking = new Deliveries.Spot(need.indicator(), PERIOD, "530103");

    assertThat(coverage.lacks(need.indicator(), PERIOD, "530103")).isTrue();
    assertThat(coverage.leaves(need.indicator(), PERIOD, "530103")).isTrue();
    assertThat(coverage.leaves(need.indicator(), PERIOD, "530102")).isFalse();
    assertThat(coverage.incomplete()).contains(lacking);
    assertThat(coverage.absences())
        .containsKey(new Deliveries.Spot(need.indicator(), PERIOD, "CN"))
        .doesNotContainKey(new Deliveries.Spot(need.indicator(), PERIOD, "530102"));
  }

  @Test
  void shouldStayInTheRegionsAboveWhereNobodyHasIt() {
    Coverage coverage = without("530102", "530103");

    assertThat(coverage.lacks(need.indicator(), PERIOD, "530102")).isTrue();
    assertThat(coverage.leaves(need.indicator(), PERIOD, "530102")).isFalse();
    assertThat(coverage.incomplete()).isEmpty();
  }

  @Test
  void shouldKnowTheRegionsAboveExpectedUnits() {
    assertThat(without().above())
        .containsExactlyInAnyOrder(
            new Deliveries.Place(PERIOD, "5301"),
            new Deliveries.Place(PERIOD, "53"),
            new Deliveries.Place(PERIOD, "CN"));
    assertThat(without().absences()).isEmpty();
  }

  /** All was delivered but one dataset of one month by some units. */
  private Coverage without(String... lacking) {
    Set<DeliveryKey> delivered = new HashSet<>();
    july.needs()
        .forEach(
            of ->
                units.forEach(
                    unit -> delivered.add(new DeliveryKey(of.dataset(), of.month(), unit.code()))));
    for (String unit : lacking) {
      delivered.remove(new DeliveryKey(need.dataset(), need.month(), unit));
    }
    return Coverage.of(
        july,
        units,
        new TerritoryDelivery(july, RegionsByMonth.ofCodes(july).relocation(), delivered));
  }
}
