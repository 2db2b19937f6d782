package org.countywise.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.cube.Region;
import org.countywise.quality.DeliveryKey;
import org.countywise.rows.Calendar;
import org.junit.jupiter.api.Test;

/** Groups follow the codes of their units, and who delivers or is listed is expected. */
class PlacesTest {
  private static final String LISTED = "group:listed";
  private final Calendar july = HandMadeRoster.calendar("2020-07");
  private final RegionsByMonth regions =
      new HandMadeRoster()
          .until("2020-06-01", "530121", "5301")
          .from("2020-06-01", "530115", "5301")
          .change("2020-06-01", "recode", "530121", "530115")
          .always("530102", "5301")
          .always("530103", "5301")
          .always("530103001", "530102")
          .regions(july, "2019-12");
  private final Places places =
      new Places(regions, regions.tree(), List.of(new GroupMember("530121", LISTED)), Set.of());

  @Test
  void shouldPutAUnitIntoItsGroupUnderTheCodeOfThePeriod() {
    assertThat(places.groups()).isEqualTo(Map.of("2020-07", Map.of("530115", Set.of(LISTED))));
    assertThat(places.inside(LISTED)).containsExactly("530115");
    assertThat(places.inside("5301")).containsExactly("530102", "530103", "530115");
    assertThat(places.above().get("2019-12"))
        .containsEntry("530121", List.of("5301", "53", "CN", LISTED))
        .containsEntry("530102", List.of("5301", "53", "CN"));
    assertThat(places.upper().get("2020-07"))
        .hasSize(6)
        .contains(
            new Region("CN", "nation", "", "", List.of()),
            new Region("53", "province", "", "CN", List.of()),
            new Region("530115", "county", "530115", "5301", List.of(LISTED)));
  }

  @Test
  void shouldExpectUnitsThatDeliverUnderAnyCodeOrAreListed() {
    Map<DeliveryKey, Long> announced = Map.of(new DeliveryKey("person", "2020-07", "530103"), 1L);

    assertThat(places.expected(announced))
        .containsExactlyInAnyOrder(
            new Coverage.Unit("2020-07", "530115", List.of("5301", "53", "CN", LISTED)),
            new Coverage.Unit("2020-07", "530103", List.of("5301", "53", "CN")));
    assertThat(places.expected(null))
        .as("without control totals")
        .extracting(Coverage.Unit::code)
        .containsExactlyInAnyOrder("530102", "530103", "530115");
  }

  @Test
  void shouldNameRegionsThatLieInAnotherUnitThanTheirCodeBeginsWith() {
    assertThat(places.elsewhere())
        .isEqualTo(Map.of(new Crosswalk.RegionMonth("2020-07", "530103001"), "530102"));
  }

  @Test
  void shouldFindAMemberThatTheRosterDoesNotKnow() {
    Roster roster = new Roster(july.plan().regionScheme(), regions);
    List<GroupMember> members =
        List.of(new GroupMember("530121", LISTED), new GroupMember("539999", LISTED));

    assertThat(roster.unknown(members, places.expected(null)))
        .singleElement()
        .matches(of -> of.unit().equals("539999") && of.period().equals("2020-07"));
    assertThat(roster.findings()).isEmpty();
  }

  @Test
  void shouldFindAPeriodOnWhoseDayTheRosterKnowsNoUnit() {
    RegionsByMonth later =
        new HandMadeRoster().from("2020-07-01", "530102", "5301").regions(july, "2019-12");
    RegionsByMonth none =
        new HandMadeRoster().from("2020-08-01", "530102", "5301").regions(july, "2019-12");

    assertThat(new Roster(july.plan().regionScheme(), later).findings()).isEmpty();
    assertThat(new Roster(july.plan().regionScheme(), none).findings())
        .singleElement()
        .matches(of -> of.period().equals("2020-07") && of.message().contains("county"));
  }
}
