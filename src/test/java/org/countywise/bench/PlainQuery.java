package org.countywise.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A query of {@code bench/plain-spark.sql}: {@code -- view NAME} begins one that others read,
 * {@code -- FAMILY/INDICATOR} one that gives an indicator.
 *
 * @param family empty for a view
 */
record PlainQuery(String family, String name, String sql) {
  private static final String FILE = "/bench/plain-spark.sql";
  private static final String VIEW = "view ";

  /**
   * All queries, views before what reads them.
   *
   * @param months those that were asked for, in quotes, with commas between
   */
  static List<PlainQuery> all(String months) {
    return of(text().replace("${months}", months));
  }

  /** The queries of a text. */
  static List<PlainQuery> of(String text) {
    List<PlainQuery> queries = new ArrayList<>();
    for (String part : text.split("(?m)^-- (?=view |[a-z-]+/)", -1)) {
      int head = part.indexOf('\n');
      String name = part.substring(0, Math.max(head, 0)).strip();
      String sql = part.substring(head + 1).strip().replaceFirst(";$", "");
      if (name.startsWith(VIEW)) {
        queries.add(new PlainQuery("", name.substring(VIEW.length()), sql));
      } else if (name.contains("/") && !name.startsWith("--")) {
        int slash = name.indexOf('/');
        queries.add(new PlainQuery(name.substring(0, slash), name.substring(slash + 1), sql));
      }
    }
    return queries;
  }

  /** The families that have queries. */
  static List<String> families() {
    return all("''").stream()
        .map(PlainQuery::family)
        .filter(family -> !family.isEmpty())
        .distinct()
        .toList();
  }

  private static String text() {
    try (InputStream file = PlainQuery.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
