package org.countywise.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;
import org.countywise.plan.Months;
import org.countywise.plan.Plan;
import org.countywise.plan.Quality;
import org.countywise.plan.RegionScheme;
import org.junit.jupiter.api.Test;

/**
 * A province 51 with two counties in one prefecture, one village each: cells of the villages, the
 * indicators {@code rate = jobs ÷ labourers × 100} and {@code posts}.
 */
class CubeTest {
  private static final String JULY = "2020-07";
  private static final List<String> UNITS = List.of("513431", "513432");

  private final Map<Deliveries.Spot, Absence> absences = new HashMap<>();
  private Deliveries deliveries = new Deliveries(Set.of(), absences, Set.of(), Map.of());

  @Test
  void shouldMakeARatioOfSummedParts() {
    Map<String, Observation> rates =
        observed(
            "rate",
            cell("jobs", "513431001", 1),
            cell("labourers", "513431001", 2),
            cell("jobs", "513432001", 1),
            cell("labourers", "513432001", 8));

    assertThat(rates.get("513431").value()).isEqualTo(50.0);
    assertThat(rates.get("513432").value()).isEqualTo(12.5);
    assertThat(rates.get("5134").value()).isEqualTo(20.0);
    assertThat(rates.get("CN").numerator()).isEqualByComparingTo("2");
    assertThat(rates.get("CN").denominator()).isEqualByComparingTo("10");
    assertThat(rates.get("group:listed").value()).as("only 513431 is listed").isEqualTo(50.0);
  }

  @Test
  void shouldPublishZeroWhereNothingWasMetAndMissingWhereTheDenominatorIsZero() {
    assertThat(observed("posts").get("513431"))
        .matches(of -> of.status() == ObservationStatus.NORMAL)
        .matches(of -> of.value() == 0.0);
    assertThat(observed("rate").get("513431"))
        .matches(of -> of.status() == ObservationStatus.MISSING)
        .matches(of -> of.value() == null)
        .matches(of -> of.denominator().signum() == 0);
  }

  @Test
  void shouldBeMissingWhereEveryTermOfASideIsUnknown() {
    Map<String, Observation> posts =
        observed("posts", new Cell("posts", JULY, "513431001", "", "", Sum.UNKNOWN));

    assertThat(posts.get("513431").status()).isEqualTo(ObservationStatus.MISSING);
    assertThat(posts.get("513431").numerator()).isNull();
  }

  @Test
  void shouldCountTheRowsOfARegionOnlyOtherMonthsKnowInItsUnit() {
    assertThat(observed("posts", cell("posts", "513431999", 3)).get("513431").value())
        .isEqualTo(3.0);
  }

  @Test
  void shouldLeaveOutWhatLiesInNoRegionAndSaySo() {
    Map<String, Observation> posts = observed("posts", cell("posts", "999999001", 3));

    assertThat(posts).doesNotContainKey("");
    assertThat(posts.get("CN").value()).isZero();
    assertThat(parts(cell("posts", "999999001", 3)))
        .filteredOn(of -> of.region().isEmpty())
        .singleElement()
        .matches(of -> of.part().hasTerms());
  }

  @Test
  void shouldTakeAUnitThatLacksDataOutOfTheRegionsAbove() {
    Absence lacks = new Absence(1, 1, 1, 0, false, false);
    Absence some = new Absence(2, 1, 1, 0, false, false);
    absences.put(new Deliveries.Spot("rate", JULY, "513432"), lacks);
    absences.put(new Deliveries.Spot("rate", JULY, "5134"), some);

    Map<String, Observation> rates =
        observed(
            "rate",
            cell("jobs", "513431001", 1),
            cell("labourers", "513431001", 2),
            cell("labourers", "513432001", 8));

    assertThat(rates.get("513432").status()).isEqualTo(ObservationStatus.NOT_DELIVERED);
    assertThat(rates.get("513432").numerator()).isNull();
    assertThat(rates.get("513432001").status())
        .as("what lies in the unit")
        .isEqualTo(ObservationStatus.NOT_DELIVERED);
    assertThat(rates.get("5134").status()).isEqualTo(ObservationStatus.PROVISIONAL);
    assertThat(rates.get("5134").value()).isEqualTo(50.0);
  }

  @Test
  void shouldShowThePartOfAHistoryThatIsThere() {
    absences.put(new Deliveries.Spot("rate", JULY, "513431"), new Absence(1, 1, 1, 0, true, true));

    Observation rate =
        observed("rate", cell("jobs", "513431001", 1), cell("labourers", "513431001", 2))
            .get("513431");

    assertThat(rate.status()).isEqualTo(ObservationStatus.NOT_DELIVERED);
    assertThat(rate.value()).isNull();
    assertThat(rate.numerator()).isNull();
    assertThat(rate.denominator()).isEqualByComparingTo("2");
  }

  @Test
  void shouldMarkWhatRejectedRowsAndChangedTerritoryMake() {
    deliveries =
        new Deliveries(
            Set.of(),
            absences,
            Set.of(new Deliveries.Spot("posts", JULY, "513431")),
            Map.of(JULY, Set.of("513431", "513432")));

    Map<String, Observation> posts = observed("posts", cell("posts", "513431001", 3));

    assertThat(posts.get("513431").status()).isEqualTo(ObservationStatus.LOW_RELIABILITY);
    assertThat(posts.get("513431001").status())
        .as("what lies in the unit")
        .isEqualTo(ObservationStatus.LOW_RELIABILITY);
    assertThat(posts.get("513432").status()).isEqualTo(ObservationStatus.BREAK);
    assertThat(posts.get("513432001").status()).isEqualTo(ObservationStatus.NORMAL);
    assertThat(posts.get("513431").value()).isEqualTo(3.0);
  }

  @Test
  void shouldAddUpTheSameInUnitsAndThenAboveThem() {
    Cell[] all = {
      cell("posts", "513431001", 3), cell("posts", "513432001", 4), cell("posts", "5134", 5)
    };
    Cube above = new Cube(plan(), JULY, upper());
    for (String unit : UNITS) {
      Cube cube = new Cube(plan(), JULY, within(unit));
      for (Cell cell : all) {
        if (cell.region().startsWith(unit)) {
          cube.add(cube.placed(cell.region()).code(), cell);
        }
      }
      cube.rollUp((indicator, code) -> false);
      cube.forEach(
          (part, observation) -> {
            if (part.region().equals(unit)) {
              above.add(unit, part.series(), part.part());
            }
          });
    }
    above.add("5134", all[2]);
    above.rollUp((indicator, code) -> false);

    assertThat(values(above).get("CN").numerator()).isEqualByComparingTo("12");
    assertThat(observed("posts", all).get("CN").numerator()).isEqualByComparingTo("12");
  }

  private Map<String, Observation> observed(String indicator, Cell... of) {
    Map<String, Observation> found = new HashMap<>();
    cube(of)
        .forEach(
            (part, observation) -> {
              if (part.series().indicator().equals(indicator)) {
                observation.ifPresent(value -> found.put(part.region(), value));
              }
            });
    return found;
  }

  private static Map<String, Observation> values(Cube cube) {
    Map<String, Observation> found = new HashMap<>();
    cube.forEach((part, observation) -> observation.ifPresent(of -> found.put(part.region(), of)));
    return found;
  }

  private List<RegionPart> parts(Cell... of) {
    List<RegionPart> parts = new java.util.ArrayList<>();
    cube(of).forEach((part, observation) -> parts.add(part));
    return parts;
  }

  private Cube cube(Cell... of) {
    Map<String, Region> all = upper();
    UNITS.forEach(unit -> all.putAll(within(unit)));
    Cube cube = new Cube(plan(), JULY, all);
    all.keySet().forEach(cube::expect);
    for (Cell cell : of) {
      cube.add(cube.placed(cell.region()).code(), cell);
    }
    cube.rollUp((indicator, unit) -> absences.containsKey(spot(indicator, unit)));
    return cube;
  }

  private static Deliveries.Spot spot(String indicator, String region) {
    return new Deliveries.Spot(indicator, JULY, region);
  }

  private static Map<String, Region> within(String unit) {
    List<String> groups = unit.equals("513431") ? List.of("group:listed") : List.of();
    return new HashMap<>(
        Map.of(
            unit,
            new Region(unit, "county", unit, "5134", groups),
            unit + "001",
            new Region(unit + "001", "village", unit, unit, List.of())));
  }

  private static Map<String, Region> upper() {
    return new HashMap<>(
        Map.of(
            "CN",
            new Region("CN", "nation", "", "", List.of()),
            "51",
            new Region("51", "province", "", "CN", List.of()),
            "5134",
            new Region("5134", "prefecture", "", "51", List.of()),
            "513431",
            within("513431").get("513431"),
            "513432",
            within("513432").get("513432"),
            "group:listed",
            Region.group("group:listed")));
  }

  private static Cell cell(String measure, String region, long number) {
    BigDecimal sum = BigDecimal.valueOf(number);
    return new Cell(measure, JULY, region, "", "", new Sum(sum, 0, 0, 0, 1, null, 0, 0));
  }

  private CubePlan plan() {
    RegionScheme scheme =
        new RegionScheme(
            List.of(
                level("nation", "CN", 0),
                level("province", "", 2),
                level("prefecture", "", 4),
                level("county", "", 6),
                level("village", "", 9)),
            "county",
            null,
            null,
            List.of());
    Plan plan =
        new Plan(
            scheme,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(
                indicator("rate", new BigDecimal(100), side("jobs"), side("labourers")),
                indicator("posts", BigDecimal.ONE, side("posts"), side())),
            List.of(),
            Disclosure.NONE,
            new Quality(List.of(), List.of(), List.of()),
            Map.of());
    return new CubePlan(plan, List.of(YearMonth.of(2020, 7)), deliveries);
  }

  private static RegionScheme.Level level(String name, String code, int digits) {
    return new RegionScheme.Level(name, code, digits, false, name, name);
  }

  private static Derivation indicator(
      String id, BigDecimal factor, Derivation.Side numerator, Derivation.Side denominator) {
    return new Derivation(
        id, "family", id, id, "", factor, numerator, denominator, List.of(), true, "");
  }

  private static Derivation.Side side(String... measures) {
    return new Derivation.Side(
        java.util.Arrays.stream(measures)
            .map(measure -> new Derivation.Term(measure, Months.THIS, BigDecimal.ONE))
            .toList(),
        Set.of());
  }
}
