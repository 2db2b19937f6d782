package org.countywise.compile.rule;

import java.util.HashSet;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;

/**
 * A key is there, of declared columns that are always known, or is said not to be.
 *
 * <p>A dataset has a key of declared columns that are not optional, or says that it has none;
 * control totals and what is watched have one.
 */
final class DatasetKeys implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Dataset dataset : definitionIndex.datasets().values()) {
      DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset()).at("key");
      if (dataset.key().isEmpty()) {
        problems.add(
            definitionPath,
            "a dataset without a key",
            "name the columns that tell its rows apart, or write 'key: none' where nothing does");
      }
      if (new HashSet<>(dataset.key()).size() < dataset.key().size()) {
        problems.add(definitionPath, "a column occurs twice in the key", "name it once");
      }
      for (int i = 0; i < dataset.keyColumns().size(); i++) {
        check(definitionPath.item(i), dataset, dataset.key().get(i), problems);
      }
      if (!dataset.hasKey()) {
        needed(definitionPath, dataset.dataset(), definitionIndex, problems);
      }
    }
  }

  private static void needed(
      DefinitionPath definitionPath,
      String dataset,
      DefinitionIndex definitionIndex,
      Problems problems) {
    Definitions definitions = definitionIndex.definitions();
    boolean totals =
        definitions.delivery() != null
            && definitions.delivery().controlTotals() != null
            && definitions.delivery().controlTotals().dataset().equals(dataset);
    boolean watched =
        definitionIndex.families().values().stream()
            .filter(family -> family.watch() != null)
            .flatMap(family -> definitionIndex.datasetOf(family.watch().view()).stream())
            .anyMatch(of -> of.dataset().equals(dataset));
    if (totals || watched) {
      problems.add(
          definitionPath,
          "'key: none' for " + (totals ? "control totals" : "rows that are watched"),
          "two rows that say different things would both be believed: name the columns that tell its"
              + " rows apart");
    }
  }

  private static void check(
      DefinitionPath definitionPath, Dataset dataset, String name, Problems problems) {
    Dataset.Column column = dataset.columns().get(name);
    if (column == null) {
      problems.add(definitionPath, Diagnostic.unknown("column", name, dataset.columns().keySet()));
    } else if (Boolean.TRUE.equals(column.optional())) {
      problems.add(
          definitionPath,
          "the key column '" + name + "' is optional",
          "a key is always known: drop 'optional: true' of the column or choose another key");
    }
  }
}
