package org.countywise.check;

import java.util.Map;
import java.util.Optional;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Quality;
import org.countywise.definition.Watch;

/**
 * Every expression can be reckoned for all values that the types of its columns allow. That is no
 * fault as long as no such value comes, and ends the run when one does.
 */
final class UnfailingExpressions implements Rule {

  @Override
  public String demand() {
    return "an expression neither overflows nor divides by zero for values its columns allow";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    new Check(jobs, new Extents(jobs, new Scopes(jobs)), problems).all();
  }

  private record Check(Jobs jobs, Extents extents, Problems problems) {

    void all() {
      jobs.datasets().values().forEach(this::dataset);
      jobs.families().values().forEach(this::family);
    }

    private void dataset(Dataset dataset) {
      Spot spot = Spot.dataset(dataset.dataset()).at("computed");
      dataset
          .computed()
          .forEach((name, sql) -> expression(spot.at(name), sql, extents.above(dataset, name)));
    }

    private void family(Family family) {
      Spot spot = Spot.family(family.family());
      family.views().forEach((name, view) -> view(spot.at("views", name), view));
      family.measures().forEach((name, of) -> measure(spot.at("measures", name), of));
      family
          .indicators()
          .forEach((name, of) -> statistic(spot.at("indicators", name, "statistic"), of));
      if (family.watch() != null) {
        watch(spot.at("watch", "rules"), family.watch());
      }
      if (family.quality() != null) {
        family
            .quality()
            .shares()
            .forEach((name, share) -> share(spot.at("quality", "shares", name), share));
      }
    }

    private void view(Spot spot, Family.View view) {
      jobs.dataset(view.from())
          .ifPresent(
              dataset -> expression(spot.at("where"), view.where(), extents.all(view, dataset)));
      view.join()
          .forEach(
              (name, join) ->
                  extents.rows(join).ifPresent(rows -> join(spot.at("join", name), join, rows)));
    }

    private void join(Spot spot, Family.Join join, Extents.Sight rows) {
      values(spot.at("tally"), join.tally(), rows);
      values(spot.at("sum"), join.sum(), rows);
      values(spot.at("least"), join.least(), rows);
      values(spot.at("most"), join.most(), rows);
    }

    private void values(Spot spot, Map<String, String> values, Extents.Sight rows) {
      values.forEach((name, sql) -> expression(spot.at(name), sql, rows));
    }

    private Optional<Extents.Sight> rows(String view) {
      return Jobs.find(jobs.views(), view)
          .flatMap(of -> jobs.dataset(of.from()).map(dataset -> extents.view(of, dataset)));
    }

    private void measure(Spot spot, Family.Measure measure) {
      if (measure.value() != null) {
        expression(spot.at("value"), measure.value(), extents.unit());
      }
      rows(measure.view())
          .ifPresent(
              rows -> {
                expression(spot.at("where"), measure.where(), rows);
                expression(spot.at("sum"), measure.sum(), rows.where(measure.where()));
                values(spot.at("by"), measure.by(), rows);
              });
    }

    private void statistic(Spot spot, Family.Indicator indicator) {
      if (indicator.statistic() != null) {
        rows(indicator.statistic().view())
            .ifPresent(
                rows -> {
                  expression(spot.at("of"), indicator.statistic().of(), rows);
                  expression(spot.at("weight"), indicator.statistic().weight(), rows);
                });
      }
    }

    private void watch(Spot spot, Watch watch) {
      rows(watch.view())
          .ifPresent(rows -> watch.rules().forEach((name, of) -> rule(spot.at(name), of, rows)));
    }

    private void rule(Spot spot, Watch.Rule rule, Extents.Sight rows) {
      expression(spot.at("where"), rule.where(), rows);
      Extents.Sight looked = rows.where(rule.where());
      expression(spot.at("observed"), rule.observed(), looked);
      expression(spot.at("threshold"), rule.threshold(), looked);
      expression(spot.at("per"), rule.per(), looked);
    }

    private void share(Spot spot, Quality.Share share) {
      rows(share.view())
          .ifPresent(
              rows -> {
                expression(spot.at("where"), share.where(), rows);
                expression(spot.at("strange"), share.strange(), rows.where(share.where()));
              });
    }

    private void expression(Spot spot, String sql, Extents.Sight sight) {
      if (sql != null) {
        Reach reach = sight.reach();
        reach.of(Typing.resolved(Syntax.of(sql), sight.row()), sight.known());
        reach.flaws().forEach(flaw -> problems.add(spot, flaw));
      }
    }
  }
}
