package org.countywise.compile.rule;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * A view has the rows of a dataset; a join tallies rows of others on columns of both sides.
 *
 * <p>A view is of rows with a period or a region, a join of rows with periods; a join states
 * 'expect: many', names columns of both sides with the same types, and tallies something.
 */
final class Joins implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Check check = new Check(definitionIndex, problems);
    definitionIndex.each("views", Family::views, (at, name, of) -> check.view(at, of));
  }

  private record Check(DefinitionIndex definitionIndex, Problems problems) {

    void view(DefinitionPath definitionPath, Family.View view) {
      problems.add(definitionPath.at("from"), definitionIndex.unknown(Kind.DATASET, view.from()));
      definitionIndex
          .dataset(view.from())
          .filter(dataset -> !dataset.hasRegion())
          .ifPresent(dataset -> periods(definitionPath.at("from"), dataset));
      view.join()
          .forEach(
              (name, join) ->
                  join(
                      definitionPath.at("join", name), join, definitionIndex.dataset(view.from())));
    }

    private void periods(DefinitionPath definitionPath, Dataset dataset) {
      if (!dataset.hasPeriods()) {
        problems.add(
            definitionPath,
            dataset.dataset() + " is reference data, whose rows have no period",
            "join snapshots and events; reference data is read through references, or measured where it"
                + " has a region");
      }
    }

    private void join(DefinitionPath definitionPath, Family.Join join, Optional<Dataset> here) {
      if (join.expect() != Dataset.Cardinality.MANY) {
        problems.add(
            definitionPath.at("expect"),
            "'expect: one' for a join",
            "write 'expect: many' and tally the rows; to read one row, give the dataset a reference");
      }
      List<String> values = DefinitionIndex.tallied(join);
      if (join.on().isEmpty() || values.isEmpty()) {
        problems.add(
            definitionPath,
            "a join without " + (join.on().isEmpty() ? "'on'" : "'tally'"),
            "name the columns of both sides, and at least one condition whose rows are counted");
      }
      values.stream()
          .filter(name -> values.indexOf(name) != values.lastIndexOf(name))
          .distinct()
          .forEach(
              name ->
                  problems.add(
                      definitionPath,
                      "the name '" + name + "' occurs twice among the join's values",
                      "tally, sum, least and most share their names: choose another"));
      problems.add(definitionPath.at("from"), definitionIndex.unknown(Kind.VIEW, join.from()));
      definitionIndex
          .dataset(join.from())
          .ifPresent(dataset -> periods(definitionPath.at("from"), dataset));
      Optional<Dataset> there = definitionIndex.datasetOf(join.from());
      if (here.isPresent() && there.isPresent()) {
        columns(definitionPath.at("on"), join, here.get(), there.get());
      }
    }

    private void columns(
        DefinitionPath definitionPath, Family.Join join, Dataset here, Dataset there) {
      for (int i = 0; i < join.on().size(); i++) {
        String name = join.on().get(i);
        Optional<DataType> mine = definitionIndex.scopes().column(here, name);
        Optional<DataType> other = definitionIndex.scopes().column(there, name);
        if (mine.isEmpty() || other.isEmpty()) {
          Dataset lacking = mine.isEmpty() ? here : there;
          problems.add(
              definitionPath.item(i),
              Diagnostic.unknown("column", name, DefinitionIndex.columns(lacking))
                  .of(lacking.dataset()));
        } else if (!DeclaredType.same(mine.get(), other.get())) {
          problems.add(
              definitionPath.item(i),
              name
                  + " is "
                  + DeclaredType.name(mine.get())
                  + " here and "
                  + DeclaredType.name(other.get())
                  + " in "
                  + there.dataset(),
              "columns that are joined have the same type");
        }
      }
    }
  }
}
