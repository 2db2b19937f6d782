package org.countywise.sink.postgres;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.countywise.report.TextTemplate;
import org.countywise.sink.Csv;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The statements of {@code postgres.sql.ftl}, each by the name of its macro, in one connection.
 *
 * @param connection open, and not committing by itself
 */
record Sql(Connection connection) {
  private static final TextTemplate STATEMENTS = TextTemplate.of("postgres.sql");

  /** Executes a statement and counts the rows it touched. */
  long run(String statement, Object of) throws SQLException {
    try (Statement wire = statement()) {
      wire.execute(STATEMENTS.part(statement, of));
      return wire.getLargeUpdateCount();
    }
  }

  /** The rows of a query, every column as text. */
  List<List<String>> rows(String query, Object of) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement wire = statement();
        ResultSet found = wire.executeQuery(STATEMENTS.part(query, of))) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The first column of a query. */
  List<String> texts(String query, Object of) throws SQLException {
    return rows(query, of).stream().map(row -> row.get(0)).toList();
  }

  /** Whether a query of one truth says so. */
  boolean holds(String query, Object of) throws SQLException {
    return texts(query, of).equals(List.of("t"));
  }

  /**
   * Streams rows into a staged table.
   *
   * @return how many the server took
   */
  long copy(StarTable table, Iterator<? extends List<?>> rows) throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(STATEMENTS.part("copy", table));
    try (Writer out =
        new OutputStreamWriter(new PGCopyOutputStream(copy), StandardCharsets.UTF_8)) {
      Csv.PLAIN.write(out, table.names(), rows);
    } catch (IOException e) {
      throw e.getCause() instanceof SQLException said
          ? said
          : new SQLException(e.getMessage(), Failure.LOST, e);
    }
    return copy.getHandledRowCount();
  }

  /** Braces in words are no escapes of JDBC. */
  private Statement statement() throws SQLException {
    Statement wire = connection.createStatement();
    wire.setEscapeProcessing(false);
    return wire;
  }
}
