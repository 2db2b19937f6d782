package org.countywise.compile.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/** Collects what rules find and puts each problem at its line. */
public final class Problems {
  private final Places places;
  private final List<Problem> found = new ArrayList<>();

  Problems(Places places) {
    this.places = places;
  }

  /**
   * Adds a problem.
   *
   * @param what the value and the rule it breaks
   * @param remedy what to write instead
   */
  void add(DefinitionPath definitionPath, String what, String remedy) {
    String at = definitionPath.path().isEmpty() ? "" : " at " + definitionPath.path();
    found.add(
        new Problem(
            places.of(definitionPath.file() + "#" + definitionPath.path()),
            what + at + "; " + remedy));
  }

  void add(DefinitionPath definitionPath, Diagnostic diagnostic) {
    add(definitionPath, diagnostic.what(), diagnostic.remedy());
  }

  void add(DefinitionPath definitionPath, Optional<Diagnostic> diagnostic) {
    diagnostic.ifPresent(of -> add(definitionPath, of));
  }

  void add(DefinitionPath definitionPath, Collection<Diagnostic> diagnostics) {
    diagnostics.forEach(diagnostic -> add(definitionPath, diagnostic));
  }

  List<Problem> sorted() {
    return found.stream()
        .distinct()
        .sorted(Problem.BY_PLACE.thenComparing(Problem::message))
        .toList();
  }
}
