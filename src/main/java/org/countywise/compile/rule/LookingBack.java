package org.countywise.compile.rule;

import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Family;

/**
 * What looks back over months is not looked at from another month again.
 *
 * <p>A measure whose view joins rows of other months is not taken from another month, and a join of
 * other months does not join a view that has one itself.
 */
final class LookingBack implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.each(
        "indicators",
        Family::indicators,
        (at, name, of) -> taken(at, of.overTime(), definitionIndex, problems));
    definitionIndex.each(
        "balances",
        Family::balances,
        (at, name, of) -> taken(at, of.overTime(), definitionIndex, problems));
    definitionIndex.each(
        "views", Family::views, (at, name, of) -> joined(at, of, definitionIndex, problems));
  }

  private static void taken(
      DefinitionPath definitionPath,
      Map<String, Family.OverTime> overTime,
      DefinitionIndex definitionIndex,
      Problems problems) {
    definitionPath.each(
        "over_time",
        overTime,
        (at, name, of) -> {
          boolean back =
              definitionIndex.rowMeasures(of.measure()).stream()
                  .map(measure -> definitionIndex.measures().get(measure).view())
                  .anyMatch(view -> looksBack(view, definitionIndex));
          if (back) {
            problems.add(
                at,
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
    definitionPath.each(
        "join",
        view.join(),
        (at, name, join) -> {
          if (join.months() != null && looksBack(join.from(), definitionIndex)) {
            problems.add(
                at.at("months"),
                "the view '" + join.from() + "' already joins rows of other months",
                "leave one of the two out");
          }
        });
  }
}
