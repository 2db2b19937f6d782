package org.countywise.compile.expression;

import java.util.Collection;
import org.countywise.report.Suggestion;

/** The flaw of a name that is not known. */
public final class UnknownName {
  private UnknownName() {}

  /** What was meant, perhaps, and what there is. */
  public static Diagnostic unknown(
      String kind, String plural, String name, Collection<String> known) {
    String remedy = Suggestion.of(name, plural, known).substring("; ".length());
    return new Diagnostic("unknown " + kind + " '" + name + "'", remedy);
  }
}
