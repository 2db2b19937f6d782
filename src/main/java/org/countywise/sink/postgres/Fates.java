package org.countywise.sink.postgres;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to become of the rows of a table that differ from the staged ones.
 *
 * @param rows how many are to be {@code deleted}, {@code updated} and {@code inserted}; none where
 *     a word is missing
 * @param revised of those to be updated, how many differ in more than their release
 */
record Fates(Map<String, Long> rows, long revised) {

  /** Compares a table with the staged one, and keeps the keys of rows that differ. */
  static Fates of(StarTable table, Sql sql) throws SQLException {
    sql.run("compare", table);
    sql.run("analyze_differing", table);
    Map<String, Long> rows = new HashMap<>();
    long revised = 0;
    for (List<String> fate : sql.rows("fates", table)) {
      rows.put(fate.get(0), Long.parseLong(fate.get(1)));
      revised = fate.get(0).equals("updated") ? Long.parseLong(fate.get(2)) : revised;
    }
    return new Fates(rows, revised);
  }

  /** Lets one of the fates come true, for exactly the rows that were found to have it. */
  void meet(String fate, StarTable table, Sql sql) throws SQLException {
    long due = count(fate);
    long met = due == 0 ? 0 : sql.run(fate, table);
    if (met != due) {
      throw new SQLException(
          "%s: %d rows were to be %s and %d were".formatted(table.name(), due, fate, met),
          Failure.WRONG);
    }
  }

  Exported.Changes changes(long standing) {
    return new Exported.Changes(
        standing, count("inserted"), count("updated"), revised, count("deleted"));
  }

  private long count(String fate) {
    return rows.getOrDefault(fate, 0L);
  }
}
