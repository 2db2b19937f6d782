package org.countywise.check;

import java.util.Optional;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** A view has the rows of a dataset; a join tallies rows of others on columns of both sides. */
final class Joins implements Rule {

  @Override
  public String demand() {
    return "a view and a join are of rows with periods; a join states 'expect: many', names columns of both"
        + " sides with the same types, and tallies something";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Check check = new Check(jobs, problems);
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("views");
      family.views().forEach((name, view) -> check.view(spot.at(name), view));
    }
  }

  private record Check(Jobs jobs, Problems problems) {

    void view(Spot spot, Family.View view) {
      if (!jobs.knows(jobs.datasets(), "datasets", view.from())) {
        problems.add(
            spot.at("from"),
            Nearest.unknown("dataset", "datasets", view.from(), jobs.datasets().keySet()));
      }
      jobs.dataset(view.from()).ifPresent(dataset -> periods(spot.at("from"), dataset));
      view.join()
          .forEach((name, join) -> join(spot.at("join", name), join, jobs.dataset(view.from())));
    }

    private void periods(Spot spot, Dataset dataset) {
      if (!Jobs.periodic(dataset)) {
        problems.add(
            spot,
            dataset.dataset() + " is reference data, whose rows have no period",
            "view and join snapshots and events; reference data is read through references");
      }
    }

    private void join(Spot spot, Family.Join join, Optional<Dataset> here) {
      if (join.expect() != Dataset.Cardinality.MANY) {
        problems.add(
            spot.at("expect"),
            "'expect: one' for a join",
            "write 'expect: many' and tally the rows; to read one row, give the dataset a reference");
      }
      if (join.on().isEmpty() || join.tally().isEmpty()) {
        problems.add(
            spot,
            "a join without " + (join.on().isEmpty() ? "'on'" : "'tally'"),
            "name the columns of both sides, and at least one condition whose rows are counted");
      }
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
        Dataset.Column mine = here.columns().get(name);
        Dataset.Column other = there.columns().get(name);
        if (mine == null || other == null) {
          Dataset lacking = mine == null ? here : there;
          Flaw flaw = Nearest.unknown("column", "columns", name, lacking.columns().keySet());
          problems.add(spot.item(i), flaw.what() + " of " + lacking.dataset(), flaw.remedy());
        } else if (!ColumnTypes.of(mine.type()).equals(ColumnTypes.of(other.type()))) {
          problems.add(
              spot.item(i),
              name + " is " + mine.type() + " here and " + other.type() + " in " + there.dataset(),
              "columns that are joined have the same type");
        }
      }
    }
  }
}
