package org.countywise.check;

import java.util.Optional;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** A statistic is of the records of one view, and is never rolled up. */
final class Statistics implements Rule {

  @Override
  public String demand() {
    return "a statistic is of the rows of a view with periods and a region, and stands alone: without"
        + " denominator, other months and breakdowns";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("indicators");
      family
          .indicators()
          .forEach(
              (name, indicator) -> {
                if (indicator.statistic() != null) {
                  alone(spot.at(name), indicator, problems);
                  view(spot.at(name, "statistic", "view"), indicator.statistic(), jobs, problems);
                }
              });
    }
  }

  private static void alone(Spot spot, Family.Indicator indicator, Problems problems) {
    if (indicator.denominator() != null
        || !indicator.overTime().isEmpty()
        || !indicator.breakdown().isEmpty()
        || indicator.total() != null
        || indicator.denominatorTotal() != null) {
      problems.add(
          spot,
          "a statistic with 'denominator', 'over_time', 'breakdown' or 'total'",
          "it is one number of the records of a region: leave them out");
    }
  }

  private static void view(Spot spot, Family.Statistic statistic, Jobs jobs, Problems problems) {
    if (!jobs.knows(jobs.views(), "views", statistic.view())) {
      problems.add(
          spot,
          Nearest.unknown("view or dataset", "ones", statistic.view(), jobs.views().keySet()));
    }
    Optional<Dataset> dataset = jobs.datasetOf(statistic.view());
    if (dataset.isPresent() && !(Jobs.periodic(dataset.get()) && dataset.get().hasRegion())) {
      problems.add(
          spot,
          "rows of " + dataset.get().dataset() + " have no period or no region",
          "take a view of a snapshot or of events, with a region");
    }
  }
}
