package org.countywise.compile.rule;

import java.util.List;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;

/**
 * Files lie inside the delivery, and the period of their rows is known in exactly one way.
 *
 * <p>Files are a path inside the delivery, unless the rows are made; the period of a snapshot or of
 * events is in the path as {period} or given by 'period', reference data has none.
 */
final class FilesAndPeriods implements Rule {
  private static final String MONTH = "{period}";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Dataset dataset : definitionIndex.datasets().values()) {
      if ((dataset.files() == null) == (dataset.madeBy() == null)) {
        problems.add(
            spot(dataset, dataset.files() == null ? "dataset" : "made_by"),
            dataset.files() == null
                ? "neither 'files' nor 'made_by'"
                : "both 'files' and 'made_by'",
            "say where its files lie, or that the watch makes its rows");
      }
      if (dataset.files() != null) {
        inside(dataset, problems);
        period(dataset, problems);
      }
    }
  }

  private static void inside(Dataset dataset, Problems problems) {
    String files = dataset.files();
    boolean leaves =
        files.isBlank()
            || files.startsWith("/")
            || files.contains("\\")
            || files.contains(":")
            || List.of(files.split("/")).contains("..");
    if (leaves) {
      problems.add(
          spot(dataset, "files"),
          "the files '" + files + "' are not inside the delivery",
          "write a path relative to it, such as employment/period={period}/*.parquet");
    }
  }

  private static void period(Dataset dataset, Problems problems) {
    boolean inPath = dataset.files().contains(MONTH);
    boolean given = dataset.period() != null;
    if (dataset.kind() == null) {
      return;
    }
    if (!dataset.hasPeriods()) {
      if (inPath || given) {
        problems.add(
            spot(dataset, inPath ? "files" : "period"),
            "a period for reference data",
            "leave it out, or let kind be snapshot or events");
      }
    } else if (inPath && given) {
      problems.add(
          spot(dataset, "period"),
          "a second period beside {period} in the path",
          "leave one of them out");
    } else if (!inPath && !given) {
      problems.add(
          spot(dataset, "files"),
          "the files '" + dataset.files() + "' do not say their period",
          "write {period} in the path, add 'period' with SQL, or let kind be reference");
    }
  }

  private static DefinitionPath spot(Dataset dataset, String key) {
    return DefinitionPath.dataset(dataset.dataset()).at(key);
  }
}
