package org.countywise.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countywise.report.Place;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/** Collects what rules find and puts each problem at its line. */
public final class Problems {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::place, Comparator.comparing(Place::file))
          .thenComparing(problem -> problem.place().line())
          .thenComparing(Problem::message);

  private final Places places;
  private final List<Problem> found = new ArrayList<>();

  Problems(Places places) {
    this.places = places;
  }

  /**
   * Adds a problem.
   *
   * @param what the value and the rule it breaks
   * @param remedy what to write instead
   */
  void add(Spot spot, String what, String remedy) {
    String at = spot.path().isEmpty() ? "" : " at " + spot.path();
    found.add(new Problem(places.of(spot.file() + "#" + spot.path()), what + at + "; " + remedy));
  }

  void add(Spot spot, Flaw flaw) {
    add(spot, flaw.what(), flaw.remedy());
  }

  List<Problem> sorted() {
    return found.stream().distinct().sorted(BY_PLACE).toList();
  }
}
