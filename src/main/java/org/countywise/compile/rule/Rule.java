package org.countywise.compile.rule;

import java.util.Locale;
import org.countywise.compile.resolve.DefinitionIndex;

/** One demand on definitions. */
public interface Rule {

  /** Its public name: that of its class, in lower_snake. */
  default String id() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** What definitions must fulfil, in words an analyst reads. */
  String demand();

  /** Adds whatever breaks the rule; nothing already said by another rule. */
  void check(DefinitionIndex definitionIndex, Problems problems);
}
