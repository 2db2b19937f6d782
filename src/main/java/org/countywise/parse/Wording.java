package org.countywise.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;

/** Says in one line what a YAML parser said in six. */
final class Wording {
  private static final Map<String, String> KNOWN =
      Map.of(
          "'\\t(TAB)'", "a tab cannot indent YAML; use spaces",
          "mapping values are not allowed",
              "a second ':' in a line is no YAML; put text that holds ': ' in quotes",
          "special characters are not allowed", "holds a control character; remove it",
          "while parsing a flow mapping",
              "braces { } do not close, or a text in them has a comma or bracket and needs quotes",
          "while parsing a flow sequence",
              "brackets [ ] do not close, or a text in them has a comma or colon and needs quotes",
          "while parsing a block mapping",
              "does not fit the lines above; check indentation, and quotes and brackets left open",
          "Expected a field name", "a key must be a word; write 'name: value'",
          "exceeds the limit", "is larger than a definition can be; split it",
          "nesting depth", "is nested too deeply; a definition needs at most ten levels");

  private Wording() {}

  static String of(JsonProcessingException unreadable) {
    String said = unreadable.getOriginalMessage();
    return KNOWN.entrySet().stream()
        .filter(known -> said.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> "is no YAML: " + shortened(said));
  }

  /** The parser's lines without its quotes of the file. */
  private static String shortened(String said) {
    String text =
        said.lines()
            .filter(line -> !line.startsWith(" "))
            .reduce((first, next) -> first + ", " + next)
            .orElse("it cannot be understood");
    return text + "; check quotes, brackets and indentation";
  }
}
