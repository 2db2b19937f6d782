package org.countywise.compile.rule;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.countywise.compile.expression.Expressions;
import org.countywise.compile.expression.Expressions.Wanted;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.compile.resolve.VisibleColumns;
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
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    new Check(definitionIndex, new VisibleColumns(definitionIndex), problems).all();
  }

  private record Check(
      DefinitionIndex definitionIndex, VisibleColumns visibleColumns, Problems problems) {

    void all() {
      definitionIndex.datasets().values().forEach(this::dataset);
      definitionIndex.families().values().forEach(this::family);
      definitionIndex.groups().forEach(this::group);
    }

    private void dataset(Dataset dataset) {
      DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset());
      StructType stored = VisibleColumns.stored(dataset);
      expression(definitionPath.at("period"), dataset.period(), stored, Wanted.TEXT);
      expression(
          definitionPath.at("region"),
          dataset.region(),
          VisibleColumns.declared(dataset),
          Wanted.TEXT);
      dataset
          .computed()
          .forEach(
              (name, sql) ->
                  expression(
                      definitionPath.at("computed", name),
                      sql,
                      visibleColumns.above(dataset, name),
                      Wanted.ANY));
      for (int i = 0; i < dataset.suppressed().size(); i++) {
        DefinitionPath where = definitionPath.at("suppressed").item(i).at("where");
        expression(where, dataset.suppressed().get(i).where(), stored, Wanted.CONDITION);
      }
      dataset
          .totals()
          .forEach((name, total) -> total(definitionPath.at("totals", name), dataset, total));
    }

    /** Rows that are totals are known by the file's own text, and again where they are checked. */
    private void total(DefinitionPath definitionPath, Dataset dataset, Dataset.Total total) {
      StructType stored = VisibleColumns.stored(dataset);
      expression(definitionPath.at("rows"), total.rows(), stored, Wanted.CONDITION);
      if (Expressions.judge(total.rows(), stored, Wanted.CONDITION).diagnostics().isEmpty()) {
        expression(
            definitionPath.at("rows"), total.rows(), visibleColumns.row(dataset), Wanted.CONDITION);
      }
      expression(
          definitionPath.at("of"), total.of(), visibleColumns.row(dataset), Wanted.CONDITION);
    }

    private void group(String name, Regions.Group group) {
      definitionIndex
          .dataset(group.dataset())
          .ifPresent(
              dataset ->
                  expression(
                      DefinitionPath.REGIONS.at("groups", name, "where"),
                      group.where(),
                      visibleColumns.row(dataset),
                      Wanted.CONDITION));
    }

    private void family(Family family) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      family.views().forEach((name, view) -> view(definitionPath.at("views", name), view));
      family
          .measures()
          .forEach((name, measure) -> measure(definitionPath.at("measures", name), measure));
      family
          .indicators()
          .forEach((name, of) -> statistic(definitionPath.at("indicators", name, "statistic"), of));
    }

    private void statistic(DefinitionPath definitionPath, Family.Indicator indicator) {
      Family.Statistic statistic = indicator.statistic();
      if (statistic != null) {
        row(statistic.view())
            .ifPresent(
                row -> {
                  expression(definitionPath.at("of"), statistic.of(), row, Wanted.OF_RECORD);
                  expression(
                      definitionPath.at("weight"), statistic.weight(), row, Wanted.OF_RECORD);
                });
      }
    }

    private Optional<StructType> row(String view) {
      return DefinitionIndex.find(definitionIndex.views(), view)
          .flatMap(
              of ->
                  definitionIndex
                      .dataset(of.from())
                      .map(dataset -> visibleColumns.view(of, dataset)));
    }

    private void view(DefinitionPath definitionPath, Family.View view) {
      definitionIndex
          .dataset(view.from())
          .ifPresent(
              dataset ->
                  expression(
                      definitionPath.at("where"),
                      view.where(),
                      visibleColumns.view(view, dataset),
                      Wanted.CONDITION));
      view.join().forEach((name, join) -> join(definitionPath.at("join", name), join));
    }

    private void join(DefinitionPath definitionPath, Family.Join join) {
      row(join.from())
          .ifPresent(
              row -> {
                values(definitionPath.at("tally"), join.tally(), row, Wanted.CONDITION);
                values(definitionPath.at("sum"), join.sum(), row, Wanted.WHOLE);
                values(definitionPath.at("least"), join.least(), row, Wanted.ANY);
                values(definitionPath.at("most"), join.most(), row, Wanted.ANY);
              });
    }

    private void values(
        DefinitionPath definitionPath, Map<String, String> values, StructType row, Wanted wanted) {
      values.forEach((name, sql) -> expression(definitionPath.at(name), sql, row, wanted));
    }

    private void measure(DefinitionPath definitionPath, Family.Measure measure) {
      row(measure.view()).ifPresent(row -> measure(definitionPath, measure, row));
      if (measure.value() != null) {
        expression(
            definitionPath.at("value"), measure.value(), visibleColumns.unit(), Wanted.EXACT);
      }
    }

    private void measure(DefinitionPath definitionPath, Family.Measure measure, StructType row) {
      expression(definitionPath.at("where"), measure.where(), row, Wanted.CONDITION);
      expression(definitionPath.at("sum"), measure.sum(), row, Wanted.EXACT);
      for (Map.Entry<String, String> by : measure.by().entrySet()) {
        expression(definitionPath.at("by", by.getKey()), by.getValue(), row, Wanted.TEXT);
      }
    }

    private void expression(
        DefinitionPath definitionPath, String sql, StructType row, Wanted wanted) {
      if (sql != null) {
        Expressions.judge(sql, row, wanted)
            .diagnostics()
            .forEach(diagnostic -> problems.add(definitionPath, diagnostic));
      }
    }
  }
}
