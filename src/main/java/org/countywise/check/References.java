package org.countywise.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.countywise.definition.Dataset;
import org.countywise.definition.Regions;

/** A reference finds at most one row, so that rows never multiply. */
final class References implements Rule {

  @Override
  public String demand() {
    return "a reference states 'expect: one' and points to the whole key of another dataset with"
        + " columns of the same types; at most one reference of a dataset locates its rows";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Scopes scopes = new Scopes(jobs);
    for (Dataset dataset : jobs.datasets().values()) {
      Spot spot = Spot.dataset(dataset.dataset()).at("references");
      Check check = new Check(jobs, scopes, dataset, problems);
      dataset.references().forEach((name, to) -> check.one(spot.at(name), to));
      located(spot, dataset, problems);
      found(spot, dataset, problems);
    }
  }

  /** Where the counterpart alone says where a row lies, a row without one lies nowhere. */
  private static void found(Spot spot, Dataset dataset, Problems problems) {
    dataset
        .locator()
        .filter(to -> dataset.region() == null)
        .filter(to -> to.getValue().missing() != Dataset.Missing.REJECT)
        .ifPresent(
            to ->
                problems.add(
                    spot.at(to.getKey(), "missing"),
                    "rows of "
                        + dataset.dataset()
                        + " lie where their "
                        + to.getKey()
                        + " lies, and one without it nowhere",
                    "write 'missing: reject', or give the dataset a 'region' of its own"));
  }

  private static void located(Spot spot, Dataset dataset, Problems problems) {
    List<String> locating =
        dataset.references().entrySet().stream()
            .filter(reference -> Boolean.TRUE.equals(reference.getValue().locates()))
            .map(Map.Entry::getKey)
            .toList();
    if (locating.size() > 1) {
      problems.add(
          spot.at(locating.get(1), "locates"),
          "the references " + String.join(" and ", locating) + " both locate the row",
          "a row lies in one place: keep 'locates: true' on one of them");
    }
  }

  private record Check(Jobs jobs, Scopes scopes, Dataset dataset, Problems problems) {

    void one(Spot spot, Dataset.Reference reference) {
      if (reference.expect() != Dataset.Cardinality.ONE) {
        problems.add(
            spot.at("expect"),
            "'expect: many' for a reference",
            "a reference reads one row: point to a whole key, or count rows with a view's join");
      }
      Optional<Dataset> other = jobs.dataset(reference.dataset());
      if (other.isPresent()) {
        columns(spot, reference, other.get());
        periods(spot, other.get());
        locates(spot, reference, other.get());
      } else if (!jobs.knows(jobs.datasets(), "datasets", reference.dataset())) {
        problems.add(
            spot.at("dataset"),
            Nearest.unknown("dataset", "datasets", reference.dataset(), jobs.datasets().keySet()));
      }
    }

    private void columns(Spot spot, Dataset.Reference reference, Dataset other) {
      List<String> to = reference.to().isEmpty() ? reference.on() : reference.to();
      if (to.size() != reference.on().size()) {
        problems.add(
            spot.at("to"),
            "'on' and 'to' differ in length: " + reference.on().size() + " and " + to.size(),
            "name the columns there in the order of those here");
        return;
      }
      for (int i = 0; i < to.size(); i++) {
        Spot there = reference.to().isEmpty() ? spot.at("on").item(i) : spot.at("to").item(i);
        pair(List.of(spot.at("on").item(i), there), reference.on().get(i), to.get(i), other);
      }
      if (other.columns().keySet().containsAll(to) && !findsOne(to, other)) {
        problems.add(
            spot,
            "the reference to "
                + other.dataset()
                + " by "
                + (to.isEmpty() ? "no column" : String.join(", ", to))
                + " can find many rows: "
                + (other.hasKey()
                    ? "the key there is " + String.join(", ", other.key())
                    : "there is no key"),
            other.hasKey()
                ? "point to the whole key, or count the rows with a view's join"
                : "count the rows with a view's join, or give " + other.dataset() + " a key");
      }
    }

    private void pair(List<Spot> spots, String on, String to, Dataset other) {
      Optional<DataType> here = scopes.column(dataset, on);
      Dataset.Column there = other.columns().get(to);
      if (here.isEmpty()) {
        problems.add(spots.get(0), Nearest.unknown("column", "columns", on, Jobs.columns(dataset)));
      } else if (there == null) {
        Flaw flaw = Nearest.unknown("column", "columns", to, other.columns().keySet());
        problems.add(spots.get(1), flaw.what() + " of " + other.dataset(), flaw.remedy());
      } else if (!Scopes.same(here.get(), scopes.column(other, to).orElseThrow())) {
        problems.add(
            spots.get(0),
            on
                + " is "
                + Expressions.declared(here.get())
                + " and "
                + other.dataset()
                + "."
                + to
                + " is "
                + there.type(),
            "columns that point to each other have the same type");
      }
    }

    /** The roster is read as of the period, when a code is valid in one row. */
    private boolean findsOne(List<String> to, Dataset other) {
      Regions regions = jobs.definitions().regions();
      Regions.Roster roster = regions == null ? null : regions.roster();
      boolean unread =
          regions == null || (roster != null && jobs.dataset(roster.dataset()).isEmpty());
      boolean asOfPeriod =
          unread
              || (roster != null
                  && roster.dataset().equals(other.dataset())
                  && to.equals(List.of(roster.code())));
      Set<String> key = new HashSet<>(other.key());
      return asOfPeriod || (other.hasKey() && new HashSet<>(to).containsAll(key));
    }

    private void periods(Spot spot, Dataset other) {
      if (!Jobs.periodic(dataset) && Jobs.periodic(other)) {
        problems.add(
            spot.at("dataset"),
            "reference data points to " + other.dataset() + ", which has periods",
            "reference data points to reference data only");
      }
    }

    private void locates(Spot spot, Dataset.Reference reference, Dataset other) {
      if (Boolean.TRUE.equals(reference.locates()) && !other.hasRegion()) {
        problems.add(
            spot.at("locates"),
            "'locates' through " + other.dataset() + ", which has no region",
            "give " + other.dataset() + " a region or leave 'locates' out");
      }
    }
  }
}
