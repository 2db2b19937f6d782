package org.countywise.compile.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * No personal record leaves the restricted tables: a breakdown by persons would list them.
 *
 * <p>A breakdown reads no column of the role identifier.
 */
final class NoPersonInBreakdowns implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex.each(
        "measures",
        Family::measures,
        (at, name, of) ->
            definitionIndex
                .datasetOf(of.view())
                .ifPresent(
                    dataset ->
                        at.each(
                            "by",
                            of.by(),
                            (by, breakdown, sql) ->
                                problems.add(by, flaw(definitionIndex, dataset, sql)))));
  }

  private static Optional<Diagnostic> flaw(
      DefinitionIndex definitionIndex, Dataset dataset, String sql) {
    return definitionIndex.columns(sql).stream()
        .filter(name -> identifies(definitionIndex, dataset, name))
        .findFirst()
        .map(
            column ->
                new Diagnostic(
                    "'" + column + "' identifies a person or household",
                    "identifiers are never published: break down by a category"));
  }

  private static boolean identifies(DefinitionIndex definitionIndex, Dataset dataset, String name) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return DefinitionIndex.find(dataset.references(), name.substring(0, dot))
          .flatMap(reference -> definitionIndex.dataset(reference.dataset()))
          .filter(other -> identifies(definitionIndex, other, name.substring(dot + 1)))
          .isPresent();
    }
    if (dataset.computed().containsKey(name)) {
      return readsIdentifier(definitionIndex, dataset, name);
    }
    Map<String, Dataset.Column> columns = dataset.columns();
    return columns.containsKey(name) && columns.get(name).role() == Dataset.Role.IDENTIFIER;
  }

  /** Whether a computed column reads an identifier, perhaps by way of those above it. */
  private static boolean readsIdentifier(
      DefinitionIndex definitionIndex, Dataset dataset, String computed) {
    List<String> names = List.copyOf(dataset.computed().keySet());
    List<String> notAbove = names.subList(names.indexOf(computed), names.size());
    return definitionIndex.columns(dataset.computed().get(computed)).stream()
        .filter(name -> !notAbove.contains(name))
        .anyMatch(name -> identifies(definitionIndex, dataset, name));
  }
}
