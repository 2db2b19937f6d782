package org.countywise.compile.rule;

import java.util.Locale;
import org.countywise.compile.resolve.DefinitionIndex;

/** One demand on definitions, which the comment of its class states. */
public interface Rule {

  /** Its public name: that of its class, in lower_snake. */
  default String id() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Adds whatever breaks the rule; nothing already said by another rule. */
  void check(DefinitionIndex definitionIndex, Problems problems);
}
