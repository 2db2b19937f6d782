package org.countywise.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A delivery as an analyst with DuckDB sees it: one view per dataset, with the period a column. */
final class Queries implements AutoCloseable {
  private final Connection connection;

  private Queries(Connection connection) {
    this.connection = connection;
  }

  static Queries over(Path delivery) throws SQLException {
    Queries queries = new Queries(DriverManager.getConnection("jdbc:duckdb:"));
    for (String dataset : Contract.COLUMNS.keySet()) {
      String files = Contract.REFERENCE.contains(dataset) ? "*.parquet" : "*/*.parquet";
      queries.execute(
          "create view %s as select * from read_parquet('%s/%s/%s', hive_types_autocast = false)"
              .formatted(dataset, delivery, dataset, files));
    }
    return queries;
  }

  /** Runs a script of this package's test resources. */
  void run(String script) throws SQLException {
    try (InputStream in = Queries.class.getResourceAsStream(script)) {
      execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + script, e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of an answer, the values of a row separated by blanks. */
  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (answer.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
          row.add(answer.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
