package org.countywise.compile;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in an SQL expression that {@code check} has proven. */
final class Names {
  private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'");
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b([a-z][a-z0-9_]*)\\s*\\.\\s*([a-z][a-z0-9_]*)");

  private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z0-9_]*\\b");

  private Names() {}

  /** Which of some names an expression reads, in the order of their first mention. */
  static Set<String> among(Set<String> known, String sql) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(TEXT.matcher(sql).replaceAll("''"));
    while (matcher.find()) {
      if (known.contains(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }

  /** What is read of the reference or join {@code owner}: the names behind {@code owner.}. */
  static Set<String> of(String owner, Iterable<String> expressions) {
    Set<String> names = new LinkedHashSet<>();
    for (String sql : expressions) {
      Matcher matcher = QUALIFIED.matcher(TEXT.matcher(sql).replaceAll("''"));
      while (matcher.find()) {
        if (matcher.group(1).equals(owner)) {
          names.add(matcher.group(2));
        }
      }
    }
    return names;
  }
}
