package org.countywise.compile.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;

/**
 * Columns are found in files by names that can be told apart.
 *
 * <p>The columns of a dataset have different names in its files, capitals aside; 'column' is for a
 * dataset with files, and not the period of their path.
 */
final class FileColumns implements Rule {
  private static final String PERIOD = "period";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.datasets().values().forEach(dataset -> check(dataset, problems));
  }

  private static void check(Dataset dataset, Problems problems) {
    Map<String, String> taken = new HashMap<>();
    dataset
        .columns()
        .forEach(
            (name, column) -> {
              String given = column.column() == null ? name : column.column();
              String other = taken.putIfAbsent(given.toLowerCase(Locale.ROOT), name);
              DefinitionPath definitionPath =
                  DefinitionPath.dataset(dataset.dataset()).at("columns", name);
              if (column.column() != null) {
                check(definitionPath.at("column"), dataset, given, problems);
              }
              if (other != null) {
                problems.add(
                    column.column() == null ? definitionPath : definitionPath.at("column"),
                    "the files' column '" + given + "' is that of '" + other + "' too",
                    "each column has a name of its own there, and capitals do not tell names apart");
              }
            });
  }

  private static void check(
      DefinitionPath definitionPath, Dataset dataset, String given, Problems problems) {
    if (given.isBlank()) {
      problems.add(
          definitionPath, "a name without letters", "write the column's name in the files");
    }
    if (dataset.files() == null) {
      problems.add(definitionPath, "'column' where there are no files", "leave it out");
    } else if (given.equalsIgnoreCase(PERIOD) && dataset.files().contains("{period}")) {
      problems.add(
          definitionPath,
          "'" + given + "', which is the period of the files' path",
          "use 'period' instead");
    }
  }
}
