package org.countywise.compile.rule;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;

/**
 * What a publisher hides are numbers.
 *
 * <p>Suppressed columns are declared columns of numbers.
 */
final class Suppressions implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Dataset dataset : definitionIndex.datasets().values()) {
      DefinitionPath.dataset(dataset.dataset())
          .each(
              "suppressed",
              dataset.suppressed(),
              (at, hidden) -> {
                if (hidden.columns().isEmpty()) {
                  problems.add(
                      at.at("columns"), "no column is hidden", "name one or remove the entry");
                }
                at.each(
                    "columns",
                    hidden.columns(),
                    (column, name) -> check(column, dataset, name, problems));
              });
    }
  }

  private static void check(
      DefinitionPath definitionPath, Dataset dataset, String name, Problems problems) {
    Dataset.Column column = dataset.columns().get(name);
    if (column == null) {
      problems.add(definitionPath, Diagnostic.unknown("column", name, dataset.columns().keySet()));
      return;
    }
    Optional<DataType> type = DeclaredType.of(column.type());
    if (type.isPresent() && !(type.get() instanceof NumericType)) {
      problems.add(
          definitionPath,
          "the hidden column '" + name + "' is " + column.type(),
          "numbers are hidden: declare one, with 'stored: string' where the file has text");
    }
  }
}
