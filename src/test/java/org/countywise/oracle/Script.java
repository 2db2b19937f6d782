package org.countywise.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A SQL file of the test resources, run whole. */
final class Script {
  private Script() {}

  static void run(Connection connection, String name) throws SQLException {
    execute(connection, text(name));
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String name) {
    try (InputStream file = Script.class.getResourceAsStream("/oracle/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalArgumentException("no file oracle/" + name + ".sql on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
