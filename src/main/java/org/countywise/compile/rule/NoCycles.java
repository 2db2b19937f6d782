package org.countywise.compile.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * What must be read before something else never needs it in turn.
 *
 * <p>Datasets do not refer to each other in a circle, nor do views join each other in one.
 */
final class NoCycles implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Set<Set<String>> said = new LinkedHashSet<>();
    for (String name : definitionIndex.datasets().keySet()) {
      List<String> circle = circle(name, dataset -> referred(definitionIndex, dataset));
      if (said.add(Set.copyOf(circle)) && !circle.isEmpty()) {
        add(DefinitionPath.dataset(name).at("references"), circle, problems);
      }
    }
    for (Family family : definitionIndex.families().values()) {
      for (String name : family.views().keySet()) {
        List<String> circle = circle(name, view -> joined(definitionIndex, view));
        if (said.add(Set.copyOf(circle)) && !circle.isEmpty()) {
          add(DefinitionPath.family(family.family()).at("views", name, "join"), circle, problems);
        }
      }
    }
  }

  private static void add(DefinitionPath definitionPath, List<String> circle, Problems problems) {
    problems.add(
        definitionPath,
        "a circle: " + String.join(" → ", circle) + " → " + circle.get(0),
        "remove one of the links");
  }

  private static List<String> referred(DefinitionIndex definitionIndex, String name) {
    return definitionIndex.dataset(name).map(Dataset::references).orElse(Map.of()).values().stream()
        .map(Dataset.Reference::dataset)
        .toList();
  }

  private static List<String> joined(DefinitionIndex definitionIndex, String name) {
    return DefinitionIndex.find(definitionIndex.views(), name)
        .map(Family.View::join)
        .orElse(Map.of())
        .values()
        .stream()
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
