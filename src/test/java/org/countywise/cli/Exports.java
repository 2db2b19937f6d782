package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Exports the small release, and asks DuckDB about what came out. */
final class Exports {
  private Exports() {}

  /** Exports to a folder. */
  static Path to(Path out, String format, String... more) {
    Terminal typed = type(out, format, more);
    assertThat(typed.code()).as("exit code; said: %s", typed.err()).isZero();
    return out;
  }

  static Terminal type(Path out, String format, String... more) {
    List<String> words = new ArrayList<>(List.of("export", "-q", "--format", format));
    words.addAll(List.of("--warehouse", SmallRelease.shared().warehouse()));
    words.addAll(List.of("--out", out.toString()));
    words.addAll(List.of(more));
    return Terminal.type(words.toArray(String[]::new));
  }

  /** What DuckDB answers, in one order; fields as {@link SmallRelease#text} writes them. */
  static List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(SmallRelease.text(result.getObject(i)));
        }
        rows.add(row);
      }
    }
    return SmallRelease.sorted(rows);
  }
}
