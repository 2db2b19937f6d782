package org.countywise.compile.rule;

import java.util.List;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Regions;

/**
 * Where the rows of a dataset lie, and what it means that a unit has none.
 *
 * <p>A dataset's level is one of the scheme's, at or below the level that delivers; 'no_rows' is
 * said of a dataset with periods and a region.
 */
final class Placement implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex
        .datasets()
        .values()
        .forEach(
            dataset -> {
              DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset());
              if (dataset.level() != null && definitionIndex.definitions().regions() != null) {
                level(definitionPath.at("level"), dataset.level(), definitionIndex, problems);
              }
              if (dataset.noRows() != null && !(dataset.hasPeriods() && dataset.hasRegion())) {
                problems.add(
                    definitionPath.at("no_rows"),
                    "'no_rows' for rows without a period or a region",
                    "leave it out: nobody is expected to deliver them");
              }
            });
  }

  private static void level(
      DefinitionPath definitionPath,
      String level,
      DefinitionIndex definitionIndex,
      Problems problems) {
    List<String> levels =
        definitionIndex.definitions().regions().levels().stream()
            .map(Regions.Level::level)
            .toList();
    if (!levels.contains(level)) {
      problems.add(definitionPath, Diagnostic.unknown("level", level, levels));
    } else if (definitionIndex.definitions().delivery() != null
        && levels.indexOf(level)
            < levels.indexOf(definitionIndex.definitions().delivery().unit())) {
      problems.add(
          definitionPath,
          "the level '" + level + "' is above " + definitionIndex.definitions().delivery().unit(),
          "rows are delivered by a "
              + definitionIndex.definitions().delivery().unit()
              + " and lie in it");
    }
  }
}
