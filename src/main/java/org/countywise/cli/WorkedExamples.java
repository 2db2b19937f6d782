package org.countywise.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.run.Examples;

/**
 * Worked examples of definitions without problems.
 *
 * @param folder the folder of the definitions, as it is shown
 */
record WorkedExamples(Path folder, Compilation compilation) {
  private static final String YAML = ".yaml";
  private static final String DATASETS = "datasets";

  /**
   * What came of some examples.
   *
   * @param differences a line per expectation that was not met
   */
  record Result(int examples, List<String> differences) {}

  /** Runs the examples of some families. */
  Result run(SparkSession session, Collection<String> families) {
    List<Examples.Result> results = new Examples(session, compilation.definitions()).run(families);
    return new Result(results.size(), results.stream().flatMap(of -> lines(of).stream()).toList());
  }

  private List<String> lines(Examples.Result result) {
    String example = folder.resolve(result.family() + YAML) + ": example '" + result.title() + "'";
    return result.differences().stream().map(difference -> example + ": " + difference).toList();
  }

  /** All families. */
  Set<String> families() {
    return compilation.definitions().families().keySet();
  }

  /**
   * Families whose examples may give something else since some files changed: a family's own file,
   * a dataset it reads, or a file that says something about all.
   */
  Set<String> touched(Collection<Path> changed) {
    return changed.stream()
        .flatMap(file -> touched(file).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> touched(Path file) {
    String name = file.getFileName().toString().replace(YAML, "");
    if (file.startsWith("claims") || file.equals(Path.of("bulletin" + YAML))) {
      return Set.of();
    }
    if (file.getNameCount() == 1 && families().contains(name)) {
      return Set.of(name);
    }
    if (!file.startsWith(DATASETS)) {
      return families();
    }
    return families().stream()
        .filter(family -> reads(family, name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean reads(String family, String dataset) {
    return compilation.plan(List.of(family)).scans().stream()
        .anyMatch(scan -> scan.dataset().equals(dataset));
  }
}
