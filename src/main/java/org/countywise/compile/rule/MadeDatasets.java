package org.countywise.compile.rule;

import java.util.List;
import java.util.stream.Stream;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Watch;

/**
 * Rows that the watch makes are measured, and nothing else.
 *
 * <p>One dataset at most is made by the watch, and a watch makes it; it is a snapshot, has columns
 * of the ledger only, its closed lists hold all the watch says; it is measured, but neither joined,
 * pointed to, given in an example, in a statistic nor in a group.
 */
final class MadeDatasets implements Rule {
  private static final String REMEDY = "its rows are made after all others: measure them only";

  static boolean isMade(Dataset dataset) {
    return dataset.madeBy() != null;
  }

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    List<Dataset> made =
        definitionIndex.datasets().values().stream().filter(MadeDatasets::isMade).toList();
    for (int i = 0; i < made.size(); i++) {
      DefinitionPath definitionPath = DefinitionPath.dataset(made.get(i).dataset()).at("made_by");
      if (i > 0) {
        problems.add(definitionPath, "a second dataset made by the watch", "one holds all alerts");
      }
      if (definitionIndex.families().values().stream().allMatch(family -> family.watch() == null)) {
        problems.add(
            definitionPath, "no family has a 'watch'", "add one, or leave the dataset out");
      }
      new Check(definitionIndex, made.get(i), problems).all();
    }
  }

  private record Check(DefinitionIndex definitionIndex, Dataset made, Problems problems) {

    void all() {
      DefinitionPath definitionPath = DefinitionPath.dataset(made.dataset());
      if (made.kind() != Dataset.Kind.SNAPSHOT) {
        problems.add(
            definitionPath.at("kind"), "a made dataset that is no snapshot", "write snapshot");
      }
      if (!made.references().isEmpty()) {
        problems.add(
            definitionPath.at("references"), "references of a made dataset", "leave them out");
      }
      definitionPath.each("columns", made.columns(), this::column);
      definitionIndex.families().values().forEach(this::family);
      for (Dataset dataset : definitionIndex.datasets().values()) {
        DefinitionPath.dataset(dataset.dataset())
            .each(
                "references",
                dataset.references(),
                (at, name, of) -> unused(at.at("dataset"), of.dataset()));
      }
      DefinitionPath.REGIONS.each(
          "groups",
          definitionIndex.groups(),
          (at, name, of) -> unused(at.at("dataset"), of.dataset()));
    }

    /** The dataset is used in no other way than being measured. */
    private void family(Family family) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      definitionPath.each(
          "views",
          family.views(),
          (view, name, of) ->
              view.each(
                  "join",
                  of.join(),
                  (at, join, to) -> {
                    unused(at, of.from());
                    unused(at, from(to.from()));
                  }));
      definitionPath.each(
          "indicators",
          family.indicators(),
          (at, name, of) -> {
            if (of.statistic() != null) {
              unused(at.at("statistic", "view"), from(of.statistic().view()));
            }
          });
      if (family.watch() != null) {
        unused(definitionPath.at("watch", "view"), from(family.watch().view()));
      }
      definitionPath.each(
          "examples",
          family.examples(),
          (at, of) -> at.each("given", of.given(), (rows, dataset, all) -> unused(rows, dataset)));
    }

    private void unused(DefinitionPath definitionPath, String dataset) {
      if (made.dataset().equals(dataset)) {
        problems.add(definitionPath, "'" + dataset + "' is made by the watch", REMEDY);
      }
    }

    /** The dataset whose rows a view has; empty where there is none. */
    private String from(String view) {
      return definitionIndex.datasetOf(view).map(Dataset::dataset).orElse("");
    }

    private void column(DefinitionPath definitionPath, String name, Dataset.Column column) {
      String type = Watch.MADE.get(name);
      if (type == null) {
        problems.add(
            definitionPath,
            Diagnostic.unknown(
                "column of the ledger",
                "columns",
                name,
                Watch.MADE.keySet().stream().sorted().toList()));
      } else if (!type.equals(column.type())) {
        problems.add(
            definitionPath.at("type"), "'" + column.type() + "' for " + name, "it is " + type);
      }
      if (!column.values().isEmpty()) {
        said(name)
            .filter(value -> !column.values().contains(value))
            .forEach(
                value ->
                    problems.add(
                        definitionPath.at("values"),
                        "'" + value + "' is not in the closed list",
                        "the watch says it: add it, or leave the list out"));
      }
    }

    /** The texts the watch can write into a column. */
    private Stream<String> said(String column) {
      return switch (column) {
        case "rule" ->
            definitionIndex.families().values().stream()
                .filter(family -> family.watch() != null)
                .flatMap(family -> family.watch().rules().keySet().stream());
        case "status" -> Watch.STATUSES.stream();
        case "answer" -> Watch.ANSWERS.stream();
        default -> Stream.of();
      };
    }
  }
}
