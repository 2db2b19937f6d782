package org.countywise.check;

import java.util.Map;
import org.countywise.definition.Family;

/** What looks back over months is not looked at from another month again. */
final class LookingBack implements Rule {

  @Override
  public String demand() {
    return "a measure whose view joins rows of other months is not taken from another month, and a"
        + " join of other months does not join a view that has one itself";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family());
      family
          .indicators()
          .forEach((name, of) -> taken(spot.at("indicators", name), of.overTime(), jobs, problems));
      family
          .balances()
          .forEach((name, of) -> taken(spot.at("balances", name), of.overTime(), jobs, problems));
      family.views().forEach((name, of) -> joined(spot.at("views", name), of, jobs, problems));
    }
  }

  private static void taken(
      Spot spot, Map<String, Family.OverTime> overTime, Jobs jobs, Problems problems) {
    overTime.forEach(
        (name, of) -> {
          boolean back =
              Jobs.find(jobs.measures(), of.measure())
                  .filter(measure -> looksBack(measure, jobs))
                  .isPresent();
          if (back) {
            problems.add(
                spot.at("over_time", name),
                "the measure '" + of.measure() + "' already reads other months",
                "take it in the period itself");
          }
        });
  }

  private static boolean looksBack(Family.Measure measure, Jobs jobs) {
    boolean parts =
        measure.value() != null
            && jobs.measures().entrySet().stream()
                .filter(part -> measure.value().matches("(?s).*\\b" + part.getKey() + "\\b.*"))
                .anyMatch(
                    part -> part.getValue().value() == null && looksBack(part.getValue(), jobs));
    return parts
        || Jobs.find(jobs.views(), measure.view()).filter(LookingBack::looksBack).isPresent();
  }

  private static boolean looksBack(Family.View view) {
    return view.join().values().stream().anyMatch(join -> join.months() != null);
  }

  private static void joined(Spot spot, Family.View view, Jobs jobs, Problems problems) {
    view.join()
        .forEach(
            (name, join) -> {
              boolean twice =
                  join.months() != null
                      && Jobs.find(jobs.views(), join.from())
                          .filter(LookingBack::looksBack)
                          .isPresent();
              if (twice) {
                problems.add(
                    spot.at("join", name, "months"),
                    "the view '" + join.from() + "' already joins rows of other months",
                    "leave one of the two out");
              }
            });
  }
}
