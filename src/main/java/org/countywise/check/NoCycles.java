package org.countywise.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** What must be read before something else never needs it in turn. */
final class NoCycles implements Rule {

  @Override
  public String demand() {
    return "datasets do not refer to each other in a circle, nor do views join each other in one";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Set<Set<String>> said = new LinkedHashSet<>();
    for (String name : jobs.datasets().keySet()) {
      List<String> circle = circle(name, dataset -> referred(jobs, dataset));
      if (said.add(Set.copyOf(circle)) && !circle.isEmpty()) {
        add(Spot.dataset(name).at("references"), circle, problems);
      }
    }
    for (Family family : jobs.families().values()) {
      for (String name : family.views().keySet()) {
        List<String> circle = circle(name, view -> joined(jobs, view));
        if (said.add(Set.copyOf(circle)) && !circle.isEmpty()) {
          add(Spot.family(family.family()).at("views", name, "join"), circle, problems);
        }
      }
    }
  }

  private static void add(Spot spot, List<String> circle, Problems problems) {
    problems.add(
        spot,
        "a circle: " + String.join(" → ", circle) + " → " + circle.get(0),
        "remove one of the links");
  }

  private static List<String> referred(Jobs jobs, String name) {
    return jobs.dataset(name).map(Dataset::references).orElse(Map.of()).values().stream()
        .map(Dataset.Reference::dataset)
        .toList();
  }

  private static List<String> joined(Jobs jobs, String name) {
    return Jobs.find(jobs.views(), name).map(Family.View::join).orElse(Map.of()).values().stream()
        .map(Family.Join::from)
        .toList();
  }

  /** The way from a name back to itself; empty where there is none. */
  private static List<String> circle(String start, Function<String, List<String>> next) {
    List<String> way = new ArrayList<>();
    return leadsBack(start, start, next, way, new LinkedHashSet<>()) ? way : List.of();
  }

  private static boolean leadsBack(
      String at,
      String start,
      Function<String, List<String>> next,
      List<String> way,
      Set<String> seen) {
    way.add(at);
    for (String other : next.apply(at)) {
      if (other.equals(start) || (seen.add(other) && leadsBack(other, start, next, way, seen))) {
        return true;
      }
    }
    way.remove(way.size() - 1);
    return false;
  }
}
