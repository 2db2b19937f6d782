package org.countywise.claim;

import org.countywise.report.TextTemplate;

/** Phrases within an answer, as {@code claims.ftl} words them. */
final class Phrases {
  private Phrases() {}

  static String say(String macro, Object of) {
    return TextTemplate.of("claims").part(macro, of);
  }
}
