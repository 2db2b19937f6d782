package org.countywise.compile.rule;

import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;

/** What looks back over months is not looked at from another month again. */
final class LookingBack implements Rule {

  @Override
  public String demand() {
    return "a measure whose view joins rows of other months is not taken from another month, and a"
        + " join of other months does not join a view that has one itself";
  }

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Family family : definitionIndex.families().values()) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      family
          .indicators()
          .forEach(
              (name, of) ->
                  taken(
                      definitionPath.at("indicators", name),
                      of.overTime(),
                      definitionIndex,
                      problems));
      family
          .balances()
          .forEach(
              (name, of) ->
                  taken(
                      definitionPath.at("balances", name),
                      of.overTime(),
                      definitionIndex,
                      problems));
      family
          .views()
          .forEach(
              (name, of) ->
                  joined(definitionPath.at("views", name), of, definitionIndex, problems));
    }
  }

  private static void taken(
      DefinitionPath definitionPath,
      Map<String, Family.OverTime> overTime,
      DefinitionIndex definitionIndex,
      Problems problems) {
    overTime.forEach(
        (name, of) -> {
          boolean back =
              definitionIndex.rowMeasures(of.measure()).stream()
                  .map(measure -> definitionIndex.measures().get(measure).view())
                  .anyMatch(view -> looksBack(view, definitionIndex));
          if (back) {
            problems.add(
                definitionPath.at("over_time", name),
                "the measure '" + of.measure() + "' already reads other months",
                "take it in the period itself");
          }
        });
  }

  private static boolean looksBack(String view, DefinitionIndex definitionIndex) {
    return DefinitionIndex.find(definitionIndex.views(), view)
        .filter(of -> of.join().values().stream().anyMatch(join -> join.months() != null))
        .isPresent();
  }

  private static void joined(
      DefinitionPath definitionPath,
      Family.View view,
      DefinitionIndex definitionIndex,
      Problems problems) {
    view.join()
        .forEach(
            (name, join) -> {
              boolean twice = join.months() != null && looksBack(join.from(), definitionIndex);
              if (twice) {
                problems.add(
                    definitionPath.at("join", name, "months"),
                    "the view '" + join.from() + "' already joins rows of other months",
                    "leave one of the two out");
              }
            });
  }
}
