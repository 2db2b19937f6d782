package org.countywise.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.report.Place;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/** What is known of a folder while its files are read: places and problems. */
final class Report {
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  void written(String path, Place place) {
    places.put(path, place);
  }

  /** Adds a problem, once. */
  void problem(Place place, String message) {
    Problem problem = new Problem(place, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  Places places() {
    return new Places(places);
  }

  List<Problem> problems() {
    return problems.stream().sorted(Problem.BY_PLACE).toList();
  }
}
