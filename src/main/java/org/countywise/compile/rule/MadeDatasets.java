package org.countywise.compile.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Watch;

/** Rows that the watch makes are measured, and nothing else. */
final class MadeDatasets implements Rule {
  private static final String REMEDY = "its rows are made after all others: measure them only";

  @Override
  public String demand() {
    return "one dataset at most is made by the watch, and a watch makes it; it is a snapshot, has"
        + " columns of the ledger only, its closed lists hold all the watch says; it is measured, but"
        + " neither joined, pointed to, given in an example, in a statistic nor in a group";
  }

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
      made.columns()
          .forEach((name, column) -> column(definitionPath.at("columns", name), name, column));
      users()
          .forEach(
              user -> problems.add(user, "'" + made.dataset() + "' is made by the watch", REMEDY));
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

    /** Where the dataset is used in another way than being measured. */
    private Stream<DefinitionPath> users() {
      return Stream.concat(
          definitionIndex.families().values().stream().flatMap(this::inFamily),
          Stream.concat(
              definitionIndex.datasets().values().stream().flatMap(this::inDataset),
              definitionIndex.groups().entrySet().stream()
                  .filter(group -> isMine(group.getValue().dataset()))
                  .map(group -> DefinitionPath.REGIONS.at("groups", group.getKey(), "dataset"))));
    }

    private Stream<DefinitionPath> inDataset(Dataset dataset) {
      return dataset.references().entrySet().stream()
          .filter(reference -> isMine(reference.getValue().dataset()))
          .map(
              reference ->
                  DefinitionPath.dataset(dataset.dataset())
                      .at("references", reference.getKey(), "dataset"));
    }

    private Stream<DefinitionPath> inFamily(Family family) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      Stream<DefinitionPath> views =
          family.views().entrySet().stream()
              .flatMap(v -> inView(definitionPath.at("views", v.getKey()), v.getValue()));
      Stream<DefinitionPath> statistics =
          family.indicators().entrySet().stream()
              .filter(of -> of.getValue().statistic() != null)
              .filter(of -> isMyView(of.getValue().statistic().view()))
              .map(of -> definitionPath.at("indicators", of.getKey(), "statistic", "view"));
      Stream<DefinitionPath> watched =
          family.watch() != null && isMyView(family.watch().view())
              ? Stream.of(definitionPath.at("watch", "view"))
              : Stream.of();
      return Stream.of(views, statistics, watched, given(definitionPath.at("examples"), family))
          .flatMap(definitionPaths -> definitionPaths);
    }

    private Stream<DefinitionPath> inView(DefinitionPath definitionPath, Family.View view) {
      return view.join().entrySet().stream()
          .filter(join -> isMine(view.from()) || isMyView(join.getValue().from()))
          .map(Map.Entry::getKey)
          .map(join -> definitionPath.at("join", join));
    }

    private Stream<DefinitionPath> given(DefinitionPath examples, Family family) {
      return java.util.stream.IntStream.range(0, family.examples().size())
          .filter(i -> family.examples().get(i).given().containsKey(made.dataset()))
          .mapToObj(i -> examples.item(i).at("given", made.dataset()));
    }

    private boolean isMyView(String view) {
      return definitionIndex.datasetOf(view).filter(of -> isMine(of.dataset())).isPresent();
    }

    private boolean isMine(String dataset) {
      return made.dataset().equals(dataset);
    }
  }
}
