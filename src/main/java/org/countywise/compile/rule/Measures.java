package org.countywise.compile.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * A measure adds up over regions.
 *
 * <p>A measure of rows has a view and one of count, sum and distinct; the rows have a region;
 * distinct values lie in one region each or are counted within the lowest level; a total is one of
 * the dataset.
 */
final class Measures implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Check check = new Check(definitionIndex, problems);
    definitionIndex.each(
        "measures",
        Family::measures,
        (at, name, of) -> {
          if (of.at() == null && of.value() == null) {
            check.one(at, of);
          }
        });
  }

  private record Check(DefinitionIndex definitionIndex, Problems problems) {

    void one(DefinitionPath definitionPath, Family.Measure measure) {
      long ways =
          Stream.of(measure.count(), measure.sum(), measure.distinct())
              .filter(java.util.Objects::nonNull)
              .count();
      if (ways != 1) {
        problems.add(
            definitionPath,
            (ways == 0 ? "none" : "more than one") + " of count, sum and distinct",
            "write 'count: rows', 'sum: <number>' or 'distinct: <column>'");
      }
      if (measure.count() != null && !measure.count().equals("rows")) {
        problems.add(
            definitionPath.at("count"),
            "'count: " + measure.count() + "'",
            "only rows are counted: write 'count: rows' and the condition into 'where'");
      }
      if (measure.view() == null) {
        problems.add(
            definitionPath,
            "a measure of no rows",
            "name the 'view' or dataset whose rows are measured, or write 'at' and 'value'");
      } else {
        problems.add(definitionPath.at("view"), definitionIndex.unknown(Kind.VIEW, measure.view()));
      }
      Optional<Dataset> dataset = definitionIndex.datasetOf(measure.view());
      dataset.ifPresent(of -> over(definitionPath, measure, of));
    }

    private void over(DefinitionPath definitionPath, Family.Measure measure, Dataset dataset) {
      if (!dataset.hasRegion()) {
        problems.add(
            definitionPath.at("view"),
            "rows of " + dataset.dataset() + " have no region",
            "give the dataset a 'region', let one of its references say 'locates: true', or read it through references");
      }
      if (measure.within() != null) {
        within(definitionPath.at("within"), measure);
      } else if (measure.distinct() != null) {
        distinct(definitionPath.at("distinct"), measure.distinct(), dataset);
      }
      if (measure.within() != null && measure.distinct() != null) {
        column(definitionPath.at("distinct"), measure.distinct(), dataset);
      }
      if (measure.total() != null) {
        total(definitionPath.at("total"), measure, dataset);
      }
    }

    private void within(DefinitionPath definitionPath, Family.Measure measure) {
      if (measure.distinct() == null) {
        problems.add(
            definitionPath,
            "'within' without 'distinct'",
            "only distinct values may occur in two regions: leave it out");
      }
      String lowest = definitionIndex.lowestLevel();
      if (!lowest.isEmpty() && !measure.within().equals(lowest)) {
        problems.add(
            definitionPath,
            "'" + measure.within() + "' is not the lowest level",
            "values are counted once in each " + lowest + ": write 'within: " + lowest + "'");
      }
    }

    private boolean column(DefinitionPath definitionPath, String column, Dataset dataset) {
      boolean known = dataset.columns().containsKey(column);
      if (!known) {
        problems.add(
            definitionPath, Diagnostic.unknown("column", column, dataset.columns().keySet()));
      }
      return known;
    }

    /** Only what decides where a row lies, or is one row, cannot be in two places. */
    private void distinct(DefinitionPath definitionPath, String column, Dataset dataset) {
      if (!column(definitionPath, column, dataset)) {
        return;
      }
      List<List<String>> inOnePlace =
          Stream.concat(
                  Stream.of(dataset.keyColumns()),
                  dataset.references().values().stream()
                      .filter(reference -> Boolean.TRUE.equals(reference.locates()))
                      .map(Dataset.Reference::on))
              .filter(columns -> columns.size() == 1)
              .toList();
      boolean located = inOnePlace.contains(List.of(column));
      if (!located && !column.equals(dataset.region())) {
        String some =
            inOnePlace.isEmpty()
                ? "count rows of a view instead, or write 'within' where that is meant"
                : "count "
                    + String.join(" or ", inOnePlace.stream().map(of -> of.get(0)).toList())
                    + ", which lies in one region, or write 'within' where that is meant";
        problems.add(
            definitionPath,
            "'" + column + "' may occur in two regions and would count in both",
            some);
      }
    }

    private void total(DefinitionPath definitionPath, Family.Measure measure, Dataset dataset) {
      if (!dataset.totals().containsKey(measure.total())) {
        problems.add(
            definitionPath,
            Diagnostic.unknown("total", measure.total(), dataset.totals().keySet())
                .of(dataset.dataset()));
      }
      if (measure.sum() == null) {
        problems.add(
            definitionPath,
            "a total for a count",
            "published totals stand in for sums only: write 'sum' or leave 'total' out");
      }
    }
  }
}
