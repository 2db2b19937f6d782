package org.countywise.compile.rule;

import java.util.Optional;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * A statistic is of the records of one view, and is never rolled up.
 *
 * <p>A statistic is of the rows of a view with periods and a region, and stands alone: without
 * denominator, other months and breakdowns.
 */
final class Statistics implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.each(
        "indicators",
        Family::indicators,
        (at, name, of) -> {
          if (of.statistic() != null) {
            alone(at, of, problems);
            view(at.at("statistic", "view"), of.statistic(), definitionIndex, problems);
          }
        });
  }

  private static void alone(
      DefinitionPath definitionPath, Family.Indicator indicator, Problems problems) {
    if (indicator.denominator() != null
        || !indicator.overTime().isEmpty()
        || !indicator.breakdown().isEmpty()
        || indicator.total() != null
        || indicator.denominatorTotal() != null) {
      problems.add(
          definitionPath,
          "a statistic with 'denominator', 'over_time', 'breakdown' or 'total'",
          "it is one number of the records of a region: leave them out");
    }
  }

  private static void view(
      DefinitionPath definitionPath,
      Family.Statistic statistic,
      DefinitionIndex definitionIndex,
      Problems problems) {
    problems.add(definitionPath, definitionIndex.unknown(Kind.VIEW, statistic.view()));
    Optional<Dataset> dataset = definitionIndex.datasetOf(statistic.view());
    if (dataset.isPresent() && !(dataset.get().hasPeriods() && dataset.get().hasRegion())) {
      problems.add(
          definitionPath,
          "rows of " + dataset.get().dataset() + " have no period or no region",
          "take a view of a snapshot or of events, with a region");
    }
  }
}
