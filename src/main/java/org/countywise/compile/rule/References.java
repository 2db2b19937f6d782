package org.countywise.compile.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Regions;

/**
 * A reference finds at most one row, so that rows never multiply.
 *
 * <p>A reference states 'expect: one' and points to the whole key of another dataset with columns
 * of the same types; at most one reference of a dataset locates its rows.
 */
final class References implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    for (Dataset dataset : definitionIndex.datasets().values()) {
      DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset()).at("references");
      Check check = new Check(definitionIndex, dataset, problems);
      dataset.references().forEach((name, to) -> check.one(definitionPath.at(name), to));
      located(definitionPath, dataset, problems);
      found(definitionPath, dataset, problems);
    }
  }

  /** Where the counterpart alone says where a row lies, a row without one lies nowhere. */
  private static void found(DefinitionPath definitionPath, Dataset dataset, Problems problems) {
    dataset
        .locator()
        .filter(to -> dataset.region() == null)
        .filter(to -> to.getValue().missing() != Dataset.Missing.REJECT)
        .ifPresent(
            to ->
                problems.add(
                    definitionPath.at(to.getKey(), "missing"),
                    "rows of "
                        + dataset.dataset()
                        + " lie where their "
                        + to.getKey()
                        + " lies, and one without it nowhere",
                    "write 'missing: reject', or give the dataset a 'region' of its own"));
  }

  private static void located(DefinitionPath definitionPath, Dataset dataset, Problems problems) {
    List<String> locating =
        dataset.references().entrySet().stream()
            .filter(reference -> Boolean.TRUE.equals(reference.getValue().locates()))
            .map(Map.Entry::getKey)
            .toList();
    if (locating.size() > 1) {
      problems.add(
          definitionPath.at(locating.get(1), "locates"),
          "the references " + String.join(" and ", locating) + " both locate the row",
          "a row lies in one place: keep 'locates: true' on one of them");
    }
  }

  private record Check(DefinitionIndex definitionIndex, Dataset dataset, Problems problems) {

    void one(DefinitionPath definitionPath, Dataset.Reference reference) {
      if (reference.expect() != Dataset.Cardinality.ONE) {
        problems.add(
            definitionPath.at("expect"),
            "'expect: many' for a reference",
            "a reference reads one row: point to a whole key, or count rows with a view's join");
      }
      Optional<Dataset> other = definitionIndex.dataset(reference.dataset());
      if (other.isPresent()) {
        columns(definitionPath, reference, other.get());
        periods(definitionPath, other.get());
        locates(definitionPath, reference, other.get());
      } else {
        problems.add(
            definitionPath.at("dataset"),
            definitionIndex.unknown(Kind.DATASET, reference.dataset()));
      }
    }

    private void columns(
        DefinitionPath definitionPath, Dataset.Reference reference, Dataset other) {
      List<String> to = reference.to().isEmpty() ? reference.on() : reference.to();
      if (to.size() != reference.on().size()) {
        problems.add(
            definitionPath.at("to"),
            "'on' and 'to' differ in length: " + reference.on().size() + " and " + to.size(),
            "name the columns there in the order of those here");
        return;
      }
      for (int i = 0; i < to.size(); i++) {
        DefinitionPath there =
            reference.to().isEmpty()
                ? definitionPath.at("on").item(i)
                : definitionPath.at("to").item(i);
        pair(
            List.of(definitionPath.at("on").item(i), there),
            reference.on().get(i),
            to.get(i),
            other);
      }
      if (other.columns().keySet().containsAll(to) && !findsOne(to, other)) {
        findsMany(definitionPath, to, other);
      }
    }

    private void findsMany(DefinitionPath definitionPath, List<String> to, Dataset other) {
      problems.add(
          definitionPath,
          "the reference to "
              + other.dataset()
              + " by "
              + (to.isEmpty() ? "no column" : String.join(", ", to))
              + " can find many rows: "
              + (other.hasKey()
                  ? "the key there is " + String.join(", ", other.key())
                  : "there is no key"),
          other.hasKey()
              ? "point to the whole key, or count the rows with a view's join"
              : "count the rows with a view's join, or give " + other.dataset() + " a key");
    }

    private void pair(List<DefinitionPath> definitionPaths, String on, String to, Dataset other) {
      Optional<DataType> here = definitionIndex.scopes().column(dataset, on);
      Dataset.Column there = other.columns().get(to);
      if (here.isEmpty()) {
        problems.add(
            definitionPaths.get(0),
            Diagnostic.unknown("column", on, DefinitionIndex.columns(dataset)));
      } else if (there == null) {
        problems.add(
            definitionPaths.get(1),
            Diagnostic.unknown("column", to, other.columns().keySet()).of(other.dataset()));
      } else if (!DeclaredType.same(
          here.get(), definitionIndex.scopes().column(other, to).orElseThrow())) {
        problems.add(
            definitionPaths.get(0),
            on
                + " is "
                + DeclaredType.name(here.get())
                + " and "
                + other.dataset()
                + "."
                + to
                + " is "
                + there.type(),
            "columns that point to each other have the same type");
      }
    }

    /** The roster is read as of the period, when a code is valid in one row. */
    private boolean findsOne(List<String> to, Dataset other) {
      Regions regions = definitionIndex.definitions().regions();
      Regions.Roster roster = regions == null ? null : regions.roster();
      boolean unread =
          regions == null
              || (roster != null && definitionIndex.dataset(roster.dataset()).isEmpty());
      boolean asOfPeriod =
          unread
              || (roster != null
                  && roster.dataset().equals(other.dataset())
                  && to.equals(List.of(roster.code())));
      Set<String> key = new HashSet<>(other.key());
      return asOfPeriod || (other.hasKey() && new HashSet<>(to).containsAll(key));
    }

    private void periods(DefinitionPath definitionPath, Dataset other) {
      if (!dataset.hasPeriods() && other.hasPeriods()) {
        problems.add(
            definitionPath.at("dataset"),
            "reference data points to " + other.dataset() + ", which has periods",
            "reference data points to reference data only");
      }
    }

    private void locates(
        DefinitionPath definitionPath, Dataset.Reference reference, Dataset other) {
      if (Boolean.TRUE.equals(reference.locates()) && !other.hasRegion()) {
        problems.add(
            definitionPath.at("locates"),
            "'locates' through " + other.dataset() + ", which has no region",
            "give " + other.dataset() + " a region or leave 'locates' out");
      }
    }
  }
}
