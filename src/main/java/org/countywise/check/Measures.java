package org.countywise.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** A measure adds up over regions. */
final class Measures implements Rule {

  @Override
  public String demand() {
    return "a measure has one of count, sum and distinct, over a view whose rows have a region and a"
        + " period; distinct values lie in one region each; a total is one of the dataset";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("measures");
      family
          .measures()
          .forEach((name, measure) -> new Check(jobs, problems).one(spot.at(name), measure));
    }
  }

  private record Check(Jobs jobs, Problems problems) {

    void one(Spot spot, Family.Measure measure) {
      long ways =
          Stream.of(measure.count(), measure.sum(), measure.distinct())
              .filter(java.util.Objects::nonNull)
              .count();
      if (ways != 1) {
        problems.add(
            spot,
            (ways == 0 ? "none" : "more than one") + " of count, sum and distinct",
            "write 'count: rows', 'sum: <number>' or 'distinct: <column>'");
      }
      if (measure.count() != null && !measure.count().equals("rows")) {
        problems.add(
            spot.at("count"),
            "'count: " + measure.count() + "'",
            "only rows are counted: write 'count: rows' and the condition into 'where'");
      }
      if (!jobs.knows(jobs.views(), "views", measure.view())) {
        problems.add(
            spot.at("view"),
            Nearest.unknown("view or dataset", "ones", measure.view(), jobs.views().keySet()));
      }
      Optional<Dataset> dataset = jobs.datasetOf(measure.view());
      dataset.ifPresent(of -> over(spot, measure, of));
    }

    private void over(Spot spot, Family.Measure measure, Dataset dataset) {
      boolean said = !jobs.datasets().containsKey(measure.view()) && !Jobs.periodic(dataset);
      if (!said && (!Jobs.periodic(dataset) || dataset.region() == null)) {
        problems.add(
            spot.at("view"),
            "rows of "
                + dataset.dataset()
                + " have no "
                + (dataset.region() == null ? "region" : "period"),
            "measure a snapshot or events, with a region; reference data is read through references");
      }
      if (measure.distinct() != null) {
        distinct(spot.at("distinct"), measure.distinct(), dataset);
      }
      if (measure.total() != null) {
        total(spot.at("total"), measure, dataset);
      }
    }

    /** Only what decides where a row lies, or is one row, cannot be in two places. */
    private void distinct(Spot spot, String column, Dataset dataset) {
      if (!dataset.columns().containsKey(column)) {
        problems.add(
            spot, Nearest.unknown("column", "columns", column, dataset.columns().keySet()));
        return;
      }
      List<List<String>> inOnePlace =
          Stream.concat(
                  Stream.of(dataset.key()),
                  dataset.references().values().stream()
                      .filter(reference -> Boolean.TRUE.equals(reference.locates()))
                      .map(Dataset.Reference::on))
              .filter(columns -> columns.size() == 1)
              .toList();
      boolean located = inOnePlace.contains(List.of(column));
      if (!located && !column.equals(dataset.region())) {
        String some =
            inOnePlace.isEmpty()
                ? "count rows of a view instead"
                : "count "
                    + String.join(" or ", inOnePlace.stream().map(of -> of.get(0)).toList())
                    + ", which lies in one region";
        problems.add(
            spot, "'" + column + "' may occur in two regions and would count in both", some);
      }
    }

    private void total(Spot spot, Family.Measure measure, Dataset dataset) {
      if (!dataset.totals().containsKey(measure.total())) {
        Flaw flaw = Nearest.unknown("total", "totals", measure.total(), dataset.totals().keySet());
        problems.add(spot, flaw.what() + " of " + dataset.dataset(), flaw.remedy());
      }
      if (measure.sum() == null) {
        problems.add(
            spot,
            "a total for a count",
            "published totals stand in for sums only: write 'sum' or leave 'total' out");
      }
    }
  }
}
