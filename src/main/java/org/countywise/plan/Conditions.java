package org.countywise.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of a filter that must all hold: {@code a and b in (1, 2)} has two. */
public final class Conditions {
  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^']|'')*'|`[^`]*`|[()]|\\b[a-zA-Z_]+\\b|.", Pattern.DOTALL);

  private Conditions() {}

  /**
   * Splits a filter at every {@code and} that joins whole conditions, not one of a {@code between}
   * or within brackets or a {@code case}; a filter with an {@code or} beside them stays whole.
   */
  public static List<String> of(String where) {
    List<String> conditions = new ArrayList<>();
    StringBuilder condition = new StringBuilder();
    int depth = 0;
    int betweens = 0;
    Matcher tokens = TOKEN.matcher(where);
    while (tokens.find()) {
      String word = tokens.group().toLowerCase(Locale.ROOT);
      switch (word) {
        case "(", "case" -> depth++;
        case ")", "end" -> depth--;
        case "between" -> betweens += depth == 0 ? 1 : 0;
        case "or" -> {
          if (depth == 0) {
            return List.of(where.strip());
          }
        }
        default -> {}
      }
      if (word.equals("and") && depth == 0 && betweens == 0) {
        conditions.add(condition.toString().strip());
        condition.setLength(0);
      } else {
        betweens -= word.equals("and") && depth == 0 ? 1 : 0;
        condition.append(tokens.group());
      }
    }
    conditions.add(condition.toString().strip());
    return conditions.stream().filter(text -> !text.isEmpty()).toList();
  }
}
