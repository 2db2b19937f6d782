package org.countywise.compile.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Title;
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

  /** Adds a problem where a name is none of those there are. */
  void unlessKnown(
      DefinitionPath definitionPath, String kind, String name, Collection<String> known) {
    if (!known.contains(name)) {
      add(definitionPath, Diagnostic.unknown(kind, name, known));
    }
  }

  /** Adds a problem where a text says nothing. */
  void unsaid(DefinitionPath definitionPath, String text, String remedy) {
    if (text == null || text.isBlank()) {
      add(definitionPath, "no text", remedy);
    }
  }

  /** Adds a problem for each language in which a text says nothing. */
  void unsaid(DefinitionPath definitionPath, Title title, String remedy) {
    unsaid(definitionPath.at("en"), title.en(), remedy);
    unsaid(definitionPath.at("zh"), title.zh(), remedy);
  }

  /** Adds one problem where a text says nothing in one of its languages. */
  void halfSaid(DefinitionPath definitionPath, Title title, String remedy) {
    if (title.en().isBlank() || title.zh().isBlank()) {
      add(definitionPath, "no text in one of the languages", remedy);
    }
  }

  List<Problem> sorted() {
    return found.stream()
        .distinct()
        .sorted(Problem.BY_PLACE.thenComparing(Problem::message))
        .toList();
  }
}
