package org.countywise.compile.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countywise.compile.expression.Expressions.Wanted;
import org.countywise.compile.expression.Scope;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Quality;
import org.countywise.definition.Regions;
import org.countywise.definition.Watch;

/** Finds every SQL expression there is, with what it sees and what its place needs. */
final class WrittenExpressions {
  private final DefinitionIndex definitionIndex;
  private final Scopes scopes;
  private final List<WrittenExpression> found = new ArrayList<>();

  private WrittenExpressions(DefinitionIndex definitionIndex) {
    this.definitionIndex = definitionIndex;
    this.scopes = definitionIndex.scopes();
  }

  static List<WrittenExpression> in(DefinitionIndex definitionIndex) {
    WrittenExpressions expressions = new WrittenExpressions(definitionIndex);
    definitionIndex.datasets().values().forEach(expressions::dataset);
    definitionIndex.families().values().forEach(expressions::family);
    definitionIndex.groups().forEach(expressions::group);
    definitionIndex
        .watching()
        .ifPresent(
            of -> expressions.watch(DefinitionPath.family(of.family()).at("watch"), of.watch()));
    return List.copyOf(expressions.found);
  }

  private void dataset(Dataset dataset) {
    DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset());
    add(definitionPath.at("period"), dataset.period(), scopes.stored(dataset), Wanted.TEXT);
    add(definitionPath.at("region"), dataset.region(), scopes.declared(dataset), Wanted.TEXT);
    definitionPath.each(
        "computed",
        dataset.computed(),
        (at, name, sql) -> add(at, sql, scopes.above(dataset, name), Wanted.ANY));
    definitionPath.each(
        "suppressed",
        dataset.suppressed(),
        (at, of) -> add(at.at("where"), of.where(), scopes.stored(dataset), Wanted.CONDITION));
    definitionPath.each("totals", dataset.totals(), (at, name, of) -> total(at, dataset, of));
  }

  /** Rows that are totals are known by the file's own text, and again where they are checked. */
  private void total(DefinitionPath definitionPath, Dataset dataset, Dataset.Total total) {
    Scope stored = scopes.stored(dataset);
    add(definitionPath.at("rows"), total.rows(), stored, Wanted.CONDITION);
    if (stored.judge(total.rows(), Wanted.CONDITION).diagnostics().isEmpty()) {
      add(definitionPath.at("rows"), total.rows(), scopes.row(dataset), Wanted.CONDITION);
    }
    add(definitionPath.at("of"), total.of(), scopes.row(dataset), Wanted.CONDITION);
  }

  private void group(String name, Regions.Group group) {
    DefinitionPath where = DefinitionPath.REGIONS.at("groups", name, "where");
    definitionIndex
        .dataset(group.dataset())
        .ifPresent(of -> add(where, group.where(), scopes.row(of), Wanted.CONDITION));
  }

  private void family(Family family) {
    DefinitionPath definitionPath = DefinitionPath.family(family.family());
    definitionPath.each("views", family.views(), (at, name, of) -> view(at, of));
    definitionPath.each("measures", family.measures(), (at, name, of) -> measure(at, of));
    definitionPath.each(
        "indicators",
        family.indicators(),
        (at, name, of) -> statistic(at.at("statistic"), of.statistic()));
    if (family.quality() != null) {
      definitionPath
          .at("quality")
          .each("shares", family.quality().shares(), (at, name, of) -> share(at, of));
    }
  }

  private void view(DefinitionPath definitionPath, Family.View view) {
    definitionIndex
        .dataset(view.from())
        .ifPresent(
            of ->
                add(
                    definitionPath.at("where"),
                    view.where(),
                    scopes.all(view, of),
                    Wanted.CONDITION));
    definitionPath.each(
        "join",
        view.join(),
        (at, name, join) -> scopes.view(join.from()).ifPresent(rows -> join(at, join, rows)));
  }

  private void join(DefinitionPath definitionPath, Family.Join join, Scope rows) {
    values(definitionPath.at("tally"), join.tally(), rows, Wanted.CONDITION);
    values(definitionPath.at("sum"), join.sum(), rows, Wanted.WHOLE);
    values(definitionPath.at("least"), join.least(), rows, Wanted.ANY);
    values(definitionPath.at("most"), join.most(), rows, Wanted.ANY);
  }

  private void values(
      DefinitionPath definitionPath, Map<String, String> values, Scope rows, Wanted wanted) {
    values.forEach((name, sql) -> add(definitionPath.at(name), sql, rows, wanted));
  }

  private void measure(DefinitionPath definitionPath, Family.Measure measure) {
    add(definitionPath.at("value"), measure.value(), scopes.unit(), Wanted.EXACT);
    scopes
        .view(measure.view())
        .ifPresent(
            rows -> {
              Scope counted = rows.where(measure.where());
              add(definitionPath.at("where"), measure.where(), rows, Wanted.CONDITION);
              add(definitionPath.at("sum"), measure.sum(), counted, Wanted.EXACT);
              values(definitionPath.at("by"), measure.by(), rows, Wanted.TEXT);
            });
  }

  private void statistic(DefinitionPath definitionPath, Family.Statistic statistic) {
    if (statistic != null) {
      scopes
          .view(statistic.view())
          .ifPresent(
              rows -> {
                add(definitionPath.at("of"), statistic.of(), rows, Wanted.OF_RECORD);
                add(definitionPath.at("weight"), statistic.weight(), rows, Wanted.OF_RECORD);
              });
    }
  }

  private void share(DefinitionPath definitionPath, Quality.Share share) {
    scopes
        .view(share.view())
        .ifPresent(
            rows -> {
              Scope looked = rows.where(share.where());
              add(definitionPath.at("where"), share.where(), rows, Wanted.CONDITION);
              add(definitionPath.at("strange"), share.strange(), looked, Wanted.CONDITION);
            });
  }

  private void watch(DefinitionPath definitionPath, Watch watch) {
    scopes
        .view(watch.view())
        .ifPresent(
            rows ->
                definitionPath.each("rules", watch.rules(), (at, name, of) -> rule(at, of, rows)));
  }

  private void rule(DefinitionPath definitionPath, Watch.Rule rule, Scope rows) {
    Scope looked = rows.where(rule.where());
    add(definitionPath.at("where"), rule.where(), rows, Wanted.CONDITION);
    add(definitionPath.at("observed"), rule.observed(), looked, Wanted.WHOLE);
    add(definitionPath.at("threshold"), rule.threshold(), looked, Wanted.WHOLE);
    add(definitionPath.at("per"), rule.per(), looked, Wanted.WHOLE);
  }

  private void add(DefinitionPath definitionPath, String sql, Scope scope, Wanted wanted) {
    if (sql != null) {
      found.add(new WrittenExpression(definitionPath, sql, scope, wanted));
    }
  }
}
