package org.countywise.check;

import java.util.List;
import java.util.Map;
import org.countywise.definition.Dataset;
import org.countywise.definition.Regions;

/** Changes of codes are reference data beside a roster, and their kinds are a closed list. */
final class RegionChanges implements Rule {

  @Override
  public String demand() {
    return "changes of codes stand beside a roster and name columns of reference data; the kinds that"
        + " break a series are values of the kind's closed list";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Regions regions = jobs.definitions().regions();
    if (regions == null || regions.changes() == null) {
      return;
    }
    Regions.Changes changes = regions.changes();
    Spot spot = Spot.REGIONS.at("changes");
    if (regions.roster() == null) {
      problems.add(
          spot,
          "changes of codes without a roster",
          "name the roster that says which code holds on which day, or leave the changes out");
    }
    Map<String, String> columns =
        Map.of(
            "old", changes.old(),
            "next", changes.next(),
            "on", changes.on(),
            "kind", changes.kind());
    RegionScheme.column(spot, new RegionScheme.Named(changes.dataset(), columns), jobs, problems);
    jobs.dataset(changes.dataset())
        .map(dataset -> dataset.columns().get(changes.kind()))
        .ifPresent(kind -> kinds(spot, changes, kind, problems));
  }

  private static void kinds(
      Spot spot, Regions.Changes changes, Dataset.Column kind, Problems problems) {
    List<String> known = kind.values();
    for (int i = 0; i < changes.breaks().size(); i++) {
      String name = changes.breaks().get(i);
      if (!known.contains(name)) {
        problems.add(spot.at("breaks").item(i), Nearest.unknown("kind", "kinds", name, known));
      }
    }
  }
}
