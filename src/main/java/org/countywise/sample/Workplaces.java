package org.countywise.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where migrants of a county go: to another province, elsewhere in their own, or to a job in the
 * county itself.
 */
final class Workplaces {
  private final SeededDraw draw;
  private final Map<String, Choice> otherProvinces = new HashMap<>();
  private final Map<String, Choice> otherCounties = new HashMap<>();

  Workplaces(SeededDraw draw, List<Place> places) {
    this.draw = draw;
    for (Place home : places.stream().filter(Place::isListed).toList()) {
      Predicate<Place> sameProvince = place -> place.province().equals(home.province());
      otherProvinces.put(home.code(), choice(places, sameProvince.negate()));
      otherCounties.put(
          home.code(), choice(places, sameProvince.and(place -> !place.equals(home))));
    }
  }

  private static Choice choice(List<Place> places, Predicate<Place> wanted) {
    return Choice.of(
        places.stream()
            .filter(place -> place.isCounty() && wanted.test(place))
            .map(place -> place.code() + " " + place.pull())
            .collect(Collectors.joining(", ")));
  }

  /** The county a person of the home county works in, for life. */
  String pick(String home, long person) {
    double scope = draw.at(person, "scope");
    double place = draw.at(person, "workplace");
    if (scope < Published.OUT_OF_PROVINCE) {
      return otherProvinces.get(home).pick(place);
    }
    return scope < Published.OUT_OF_PROVINCE + Published.OTHER_COUNTY
        ? otherCounties.get(home).pick(place)
        : home;
  }
}
