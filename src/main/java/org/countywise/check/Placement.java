package org.countywise.check;

import java.util.List;
import org.countywise.definition.Regions;

/** Where the rows of a dataset lie, and what it means that a unit has none. */
final class Placement implements Rule {

  @Override
  public String demand() {
    return "a dataset's level is one of the scheme's, at or below the level that delivers;"
        + " 'no_rows' is said of a dataset with periods and a region";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    jobs.datasets()
        .values()
        .forEach(
            dataset -> {
              Spot spot = Spot.dataset(dataset.dataset());
              if (dataset.level() != null && jobs.definitions().regions() != null) {
                level(spot.at("level"), dataset.level(), jobs, problems);
              }
              if (dataset.noRows() != null && !(Jobs.periodic(dataset) && dataset.hasRegion())) {
                problems.add(
                    spot.at("no_rows"),
                    "'no_rows' for rows without a period or a region",
                    "leave it out: nobody is expected to deliver them");
              }
            });
  }

  private static void level(Spot spot, String level, Jobs jobs, Problems problems) {
    List<String> levels =
        jobs.definitions().regions().levels().stream().map(Regions.Level::level).toList();
    if (!levels.contains(level)) {
      problems.add(spot, Nearest.unknown("level", "levels", level, levels));
    } else if (jobs.definitions().delivery() != null
        && levels.indexOf(level) < levels.indexOf(jobs.definitions().delivery().unit())) {
      problems.add(
          spot,
          "the level '" + level + "' is above " + jobs.definitions().delivery().unit(),
          "rows are delivered by a " + jobs.definitions().delivery().unit() + " and lie in it");
    }
  }
}
