package org.countywise.compile.rule;

import java.util.Map;
import java.util.Optional;
import org.countywise.compile.expression.Scope;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.compile.resolve.Extents;
import org.countywise.compile.resolve.VisibleColumns;
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
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    new Check(
            definitionIndex,
            new Extents(definitionIndex, new VisibleColumns(definitionIndex)),
            problems)
        .all();
  }

  private record Check(DefinitionIndex definitionIndex, Extents extents, Problems problems) {

    void all() {
      definitionIndex.datasets().values().forEach(this::dataset);
      definitionIndex.families().values().forEach(this::family);
    }

    private void dataset(Dataset dataset) {
      DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset()).at("computed");
      dataset
          .computed()
          .forEach(
              (name, sql) ->
                  expression(definitionPath.at(name), sql, extents.above(dataset, name)));
    }

    private void family(Family family) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      family.views().forEach((name, view) -> view(definitionPath.at("views", name), view));
      family.measures().forEach((name, of) -> measure(definitionPath.at("measures", name), of));
      family
          .indicators()
          .forEach((name, of) -> statistic(definitionPath.at("indicators", name, "statistic"), of));
      if (family.watch() != null) {
        watch(definitionPath.at("watch", "rules"), family.watch());
      }
      if (family.quality() != null) {
        family
            .quality()
            .shares()
            .forEach((name, share) -> share(definitionPath.at("quality", "shares", name), share));
      }
    }

    private void view(DefinitionPath definitionPath, Family.View view) {
      definitionIndex
          .dataset(view.from())
          .ifPresent(
              dataset ->
                  expression(definitionPath.at("where"), view.where(), extents.all(view, dataset)));
      view.join()
          .forEach(
              (name, join) ->
                  extents
                      .rows(join)
                      .ifPresent(rows -> join(definitionPath.at("join", name), join, rows)));
    }

    private void join(DefinitionPath definitionPath, Family.Join join, Scope rows) {
      values(definitionPath.at("tally"), join.tally(), rows);
      values(definitionPath.at("sum"), join.sum(), rows);
      values(definitionPath.at("least"), join.least(), rows);
      values(definitionPath.at("most"), join.most(), rows);
    }

    private void values(DefinitionPath definitionPath, Map<String, String> values, Scope rows) {
      values.forEach((name, sql) -> expression(definitionPath.at(name), sql, rows));
    }

    private Optional<Scope> rows(String view) {
      return DefinitionIndex.find(definitionIndex.views(), view)
          .flatMap(
              of -> definitionIndex.dataset(of.from()).map(dataset -> extents.view(of, dataset)));
    }

    private void measure(DefinitionPath definitionPath, Family.Measure measure) {
      if (measure.value() != null) {
        expression(definitionPath.at("value"), measure.value(), extents.unit());
      }
      rows(measure.view())
          .ifPresent(
              rows -> {
                expression(definitionPath.at("where"), measure.where(), rows);
                expression(definitionPath.at("sum"), measure.sum(), rows.where(measure.where()));
                values(definitionPath.at("by"), measure.by(), rows);
              });
    }

    private void statistic(DefinitionPath definitionPath, Family.Indicator indicator) {
      if (indicator.statistic() != null) {
        rows(indicator.statistic().view())
            .ifPresent(
                rows -> {
                  expression(definitionPath.at("of"), indicator.statistic().of(), rows);
                  expression(definitionPath.at("weight"), indicator.statistic().weight(), rows);
                });
      }
    }

    private void watch(DefinitionPath definitionPath, Watch watch) {
      rows(watch.view())
          .ifPresent(
              rows -> watch.rules().forEach((name, of) -> rule(definitionPath.at(name), of, rows)));
    }

    private void rule(DefinitionPath definitionPath, Watch.Rule rule, Scope rows) {
      expression(definitionPath.at("where"), rule.where(), rows);
      Scope looked = rows.where(rule.where());
      expression(definitionPath.at("observed"), rule.observed(), looked);
      expression(definitionPath.at("threshold"), rule.threshold(), looked);
      expression(definitionPath.at("per"), rule.per(), looked);
    }

    private void share(DefinitionPath definitionPath, Quality.Share share) {
      rows(share.view())
          .ifPresent(
              rows -> {
                expression(definitionPath.at("where"), share.where(), rows);
                expression(
                    definitionPath.at("strange"), share.strange(), rows.where(share.where()));
              });
    }

    private void expression(DefinitionPath definitionPath, String sql, Scope sight) {
      if (sql != null) {
        sight.failures(sql).forEach(diagnostic -> problems.add(definitionPath, diagnostic));
      }
    }
  }
}
