package org.countywise.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A delivery small enough to work out by hand: SQL fills the empty tables of contract.sql, {@link
 * #write} makes the Parquet files. Columns that a test leaves out are null; a dataset without rows
 * gets no folder.
 */
final class HandMadeDelivery {
  private static final String FILLED =
      """
      select table_name, bool_or(column_name = 'period') from duckdb_columns()
      where schema_name = 'contract' group by table_name order by table_name
      """;

  private HandMadeDelivery() {}

  /**
   * Runs the SQL file of the test resources and the statements, then writes all that they filled.
   */
  static Path write(Path folder, String file, String... changes) {
    return write(folder, List.of(file), changes);
  }

  /** Runs the SQL files in order and the statements, then writes all that they filled. */
  static Path write(Path folder, List<String> files, String... changes) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      Script.run(connection, "contract");
      Script.execute(connection, "use contract");
      for (String file : files) {
        Script.run(connection, file);
      }
      for (String change : changes) {
        Script.execute(connection, change);
      }
      for (String copy : copies(connection, folder)) {
        Script.execute(connection, copy);
      }
      return folder;
    } catch (SQLException e) {
      throw new IllegalStateException("the hand-made delivery " + files + " is wrong", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> copies(Connection connection, Path folder)
      throws SQLException, IOException {
    List<String> copies = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FILLED)) {
      while (row.next()) {
        if (hasRows(connection, row.getString(1))) {
          copies.add(copy(row.getString(1), row.getBoolean(2), folder));
        }
      }
    }
    return copies;
  }

  private static boolean hasRows(Connection connection, String dataset) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("from contract." + dataset + " limit 1")) {
      return row.next();
    }
  }

  private static String copy(String dataset, boolean periodic, Path folder) throws IOException {
    Path target = Files.createDirectories(folder).resolve(dataset);
    if (periodic) {
      return "copy contract.%s to '%s' (format parquet, partition_by (period))"
          .formatted(dataset, target);
    }
    Files.createDirectories(target);
    return "copy contract.%s to '%s/part.parquet' (format parquet)".formatted(dataset, target);
  }
}
