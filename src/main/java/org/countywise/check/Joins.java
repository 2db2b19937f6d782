package org.countywise.check;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** A view has the rows of a dataset; a join tallies rows of others on columns of both sides. */
final class Joins implements Rule {

  @Override
  public String demand() {
    return "a view is of rows with a period or a region, a join of rows with periods; a join states"
        + " 'expect: many', names columns of both sides with the same types, and tallies something";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Check check = new Check(jobs, new Scopes(jobs), problems);
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("views");
      family.views().forEach((name, view) -> check.view(spot.at(name), view));
    }
  }

  private record Check(Jobs jobs, Scopes scopes, Problems problems) {

    void view(Spot spot, Family.View view) {
      if (!jobs.knows(jobs.datasets(), "datasets", view.from())) {
        problems.add(
            spot.at("from"),
            Nearest.unknown("dataset", "datasets", view.from(), jobs.datasets().keySet()));
      }
      jobs.dataset(view.from())
          .filter(dataset -> !dataset.hasRegion())
          .ifPresent(dataset -> periods(spot.at("from"), dataset));
      view.join()
          .forEach((name, join) -> join(spot.at("join", name), join, jobs.dataset(view.from())));
    }

    private void periods(Spot spot, Dataset dataset) {
      if (!Jobs.periodic(dataset)) {
        problems.add(
            spot,
            dataset.dataset() + " is reference data, whose rows have no period",
            "join snapshots and events; reference data is read through references, or measured where it"
                + " has a region");
      }
    }

    private void join(Spot spot, Family.Join join, Optional<Dataset> here) {
      if (join.expect() != Dataset.Cardinality.MANY) {
        problems.add(
            spot.at("expect"),
            "'expect: one' for a join",
            "write 'expect: many' and tally the rows; to read one row, give the dataset a reference");
      }
      List<String> values = Jobs.tallied(join);
      if (join.on().isEmpty() || values.isEmpty()) {
        problems.add(
            spot,
            "a join without " + (join.on().isEmpty() ? "'on'" : "'tally'"),
            "name the columns of both sides, and at least one condition whose rows are counted");
      }
      values.stream()
          .filter(name -> values.indexOf(name) != values.lastIndexOf(name))
          .distinct()
          .forEach(
              name ->
                  problems.add(
                      spot,
                      "the name '" + name + "' occurs twice among the join's values",
                      "tally, sum, least and most share their names: choose another"));
      if (!jobs.knows(jobs.views(), "views", join.from())) {
        problems.add(
            spot.at("from"),
            Nearest.unknown("view or dataset", "ones", join.from(), jobs.views().keySet()));
      }
      jobs.dataset(join.from()).ifPresent(dataset -> periods(spot.at("from"), dataset));
      Optional<Dataset> there = jobs.datasetOf(join.from());
      if (here.isPresent() && there.isPresent()) {
        columns(spot.at("on"), join, here.get(), there.get());
      }
    }

    private void columns(Spot spot, Family.Join join, Dataset here, Dataset there) {
      for (int i = 0; i < join.on().size(); i++) {
        String name = join.on().get(i);
        Optional<DataType> mine = scopes.column(here, name);
        Optional<DataType> other = scopes.column(there, name);
        if (mine.isEmpty() || other.isEmpty()) {
          Dataset lacking = mine.isEmpty() ? here : there;
          Flaw flaw = Nearest.unknown("column", "columns", name, Jobs.columns(lacking));
          problems.add(spot.item(i), flaw.what() + " of " + lacking.dataset(), flaw.remedy());
        } else if (!Scopes.same(mine.get(), other.get())) {
          problems.add(
              spot.item(i),
              name
                  + " is "
                  + Expressions.declared(mine.get())
                  + " here and "
                  + Expressions.declared(other.get())
                  + " in "
                  + there.dataset(),
              "columns that are joined have the same type");
        }
      }
    }
  }
}
