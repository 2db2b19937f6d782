package org.countywise.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The listed counties and their villages, and which household ids lie in which village. */
final class VillageGrid {
  /** Villages of all counties at scale 1: the sum of the weights in {@code places.csv}. */
  static final int WEIGHTS = 10_000;

  private static final int FEWEST_VILLAGES = 3;

  /** Villages differ by half of their households at most, so none is empty. */
  private static final int FEWEST_HOUSEHOLDS = 2;

  private final SeededDraw draw;
  private final List<County> counties;

  private VillageGrid(SeededDraw draw, List<County> counties) {
    this.draw = draw;
    this.counties = counties;
  }

  /**
   * Spreads the households over the listed counties in proportion to their weights, after each
   * village has got a few.
   */
  static VillageGrid of(Sample.Settings settings, List<Place> places, long households) {
    List<Place> listed = places.stream().filter(Place::isListed).toList();
    int all = listed.stream().mapToInt(place -> villages(place, settings.scale())).sum();
    long spread = households - (long) FEWEST_HOUSEHOLDS * all;
    List<County> counties = new ArrayList<>();
    int weights = 0;
    int villages = 0;
    long from = 0;
    for (Place place : listed) {
      int end = villages + villages(place, settings.scale());
      weights += place.villages();
      long to = (long) FEWEST_HOUSEHOLDS * end + Math.round(spread * (weights / (double) WEIGHTS));
      counties.add(new County(place.code(), villages, end, from, to));
      villages = end;
      from = to;
    }
    return new VillageGrid(new SeededDraw(settings.seed()), List.copyOf(counties));
  }

  private static int villages(Place place, double scale) {
    return place.code().equals(Stories.WATCHED)
        ? place.villages()
        : Math.max(FEWEST_VILLAGES, (int) Math.round(place.villages() * scale));
  }

  List<County> counties() {
    return counties;
  }

  /** The villages of all counties, beginning with the first of a county and coming round to it. */
  Stream<Village> villagesFrom(String county) {
    int first =
        counties.stream()
            .filter(other -> other.code().equals(county))
            .mapToInt(County::firstVillage)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(county + " is no listed county"));
    return IntStream.range(0, villages()).mapToObj(i -> village((first + i) % villages()));
  }

  int villages() {
    return counties.get(counties.size() - 1).endVillage();
  }

  /** The village with the index, counted from 0 through all counties in code order. */
  Village village(int index) {
    int at = 0;
    while (counties.get(at).endVillage() <= index) {
      at++;
    }
    County county = counties.get(at);
    int number = index - county.firstVillage();
    return new Village(
        index,
        number,
        county,
        codeOf(county, number),
        border(county, number),
        border(county, number + 1));
  }

  private static String codeOf(County county, int number) {
    int township = county.townshipOf(number);
    int first = number;
    while (first > 0 && county.townshipOf(first - 1) == township) {
      first--;
    }
    return county.townshipCode(township) + (200 + number - first);
  }

  /**
   * The first household of a village: an even split, pushed by up to half a village so that sizes
   * differ.
   */
  private long border(County county, int number) {
    long households = county.endHousehold() - county.firstHousehold();
    boolean outer = number == 0 || number == county.villages();
    double push = outer ? 0 : draw.at(county.firstVillage() + (long) number, "border") / 2;
    return county.firstHousehold() + (long) (households * (number + push) / county.villages());
  }
}
