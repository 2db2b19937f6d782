package org.countywise.check;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.countywise.check.Expressions.Wanted;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;

/** Every SQL expression reads, names what is there, and gives what its place needs. */
final class SoundExpressions implements Rule {

  @Override
  public String demand() {
    return "an expression is SQL over one row, names columns that are there, uses allowed functions"
        + " only, never text as a number, and gives what its place needs";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    new Check(jobs, new Scopes(jobs), problems).all();
  }

  private record Check(Jobs jobs, Scopes scopes, Problems problems) {

    void all() {
      jobs.datasets().values().forEach(this::dataset);
      jobs.families().values().forEach(this::family);
      jobs.groups().forEach(this::group);
    }

    private void dataset(Dataset dataset) {
      Spot spot = Spot.dataset(dataset.dataset());
      StructType stored = Scopes.stored(dataset);
      expression(spot.at("period"), dataset.period(), stored, Wanted.TEXT);
      expression(spot.at("region"), dataset.region(), Scopes.declared(dataset), Wanted.TEXT);
      dataset
          .computed()
          .forEach(
              (name, sql) ->
                  expression(
                      spot.at("computed", name), sql, scopes.above(dataset, name), Wanted.ANY));
      for (int i = 0; i < dataset.suppressed().size(); i++) {
        Spot where = spot.at("suppressed").item(i).at("where");
        expression(where, dataset.suppressed().get(i).where(), stored, Wanted.CONDITION);
      }
      dataset.totals().forEach((name, total) -> total(spot.at("totals", name), dataset, total));
    }

    /** Rows that are totals are known by the file's own text, and again where they are checked. */
    private void total(Spot spot, Dataset dataset, Dataset.Total total) {
      StructType stored = Scopes.stored(dataset);
      expression(spot.at("rows"), total.rows(), stored, Wanted.CONDITION);
      if (Expressions.judge(total.rows(), stored, Wanted.CONDITION).flaws().isEmpty()) {
        expression(spot.at("rows"), total.rows(), scopes.row(dataset), Wanted.CONDITION);
      }
      expression(spot.at("of"), total.of(), scopes.row(dataset), Wanted.CONDITION);
    }

    private void group(String name, Regions.Group group) {
      jobs.dataset(group.dataset())
          .ifPresent(
              dataset ->
                  expression(
                      Spot.REGIONS.at("groups", name, "where"),
                      group.where(),
                      scopes.row(dataset),
                      Wanted.CONDITION));
    }

    private void family(Family family) {
      Spot spot = Spot.family(family.family());
      family.views().forEach((name, view) -> view(spot.at("views", name), view));
      family.measures().forEach((name, measure) -> measure(spot.at("measures", name), measure));
      family
          .indicators()
          .forEach((name, of) -> statistic(spot.at("indicators", name, "statistic"), of));
    }

    private void statistic(Spot spot, Family.Indicator indicator) {
      Family.Statistic statistic = indicator.statistic();
      if (statistic != null) {
        row(statistic.view())
            .ifPresent(
                row -> {
                  expression(spot.at("of"), statistic.of(), row, Wanted.OF_RECORD);
                  expression(spot.at("weight"), statistic.weight(), row, Wanted.OF_RECORD);
                });
      }
    }

    private Optional<StructType> row(String view) {
      return Jobs.find(jobs.views(), view)
          .flatMap(of -> jobs.dataset(of.from()).map(dataset -> scopes.view(of, dataset)));
    }

    private void view(Spot spot, Family.View view) {
      jobs.dataset(view.from())
          .ifPresent(
              dataset ->
                  expression(
                      spot.at("where"),
                      view.where(),
                      scopes.view(view, dataset),
                      Wanted.CONDITION));
      view.join().forEach((name, join) -> join(spot.at("join", name), join));
    }

    private void join(Spot spot, Family.Join join) {
      row(join.from())
          .ifPresent(
              row -> {
                values(spot.at("tally"), join.tally(), row, Wanted.CONDITION);
                values(spot.at("sum"), join.sum(), row, Wanted.WHOLE);
                values(spot.at("least"), join.least(), row, Wanted.ANY);
                values(spot.at("most"), join.most(), row, Wanted.ANY);
              });
    }

    private void values(Spot spot, Map<String, String> values, StructType row, Wanted wanted) {
      values.forEach((name, sql) -> expression(spot.at(name), sql, row, wanted));
    }

    private void measure(Spot spot, Family.Measure measure) {
      row(measure.view()).ifPresent(row -> measure(spot, measure, row));
      if (measure.value() != null) {
        expression(spot.at("value"), measure.value(), scopes.unit(), Wanted.EXACT);
      }
    }

    private void measure(Spot spot, Family.Measure measure, StructType row) {
      expression(spot.at("where"), measure.where(), row, Wanted.CONDITION);
      expression(spot.at("sum"), measure.sum(), row, Wanted.EXACT);
      for (Map.Entry<String, String> by : measure.by().entrySet()) {
        expression(spot.at("by", by.getKey()), by.getValue(), row, Wanted.TEXT);
      }
    }

    private void expression(Spot spot, String sql, StructType row, Wanted wanted) {
      if (sql != null) {
        Expressions.judge(sql, row, wanted).flaws().forEach(flaw -> problems.add(spot, flaw));
      }
    }
  }
}
