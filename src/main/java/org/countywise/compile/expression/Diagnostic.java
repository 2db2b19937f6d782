package org.countywise.compile.expression;

import java.util.Collection;
import org.countywise.report.Suggestion;

/**
 * Something wrong, not yet at a place.
 *
 * @param what the value and the rule it breaks
 * @param remedy what to write instead
 */
public record Diagnostic(String what, String remedy) {

  /** A name that is not known: what was meant, perhaps, and what there is. */
  public static Diagnostic unknown(
      String kind, String plural, String name, Collection<String> known) {
    String remedy = Suggestion.of(name, plural, known).substring("; ".length());
    return new Diagnostic("unknown " + kind + " '" + name + "'", remedy);
  }

  /** The same of a kind with a regular plural, such as {@code column}. */
  public static Diagnostic unknown(String kind, String name, Collection<String> known) {
    return unknown(kind, kind + "s", name, known);
  }

  /** What could not be read as a sum or phrase, as its reader says it: what, then the remedy. */
  public static Diagnostic of(IllegalArgumentException strange, String remedy) {
    String[] said = strange.getMessage().split("; ", 2);
    return new Diagnostic(said[0], said.length > 1 ? said[1] : remedy);
  }

  /** The same, said of what owns the name. */
  public Diagnostic of(String owner) {
    return new Diagnostic(what + " of " + owner, remedy);
  }

  /** The same with more advice. */
  public Diagnostic advising(String more) {
    return new Diagnostic(what, remedy + more);
  }
}
