package org.countywise.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Views over a delivery: one a dataset with the contract's columns, {@code period} as text, and
 * under {@code snapshot} the same dataset in the month that the variable {@code month} names.
 */
final class Datasets {
  private static final String COLUMNS =
      """
      select table_name, string_agg(column_name, ', ' order by column_index),
        bool_or(column_name = 'period')
      from duckdb_columns() where schema_name = 'contract' group by table_name
      """;

  private record Columns(String names, boolean periodic) {}

  private final Connection connection;
  private final Path delivery;

  Datasets(Connection connection, Path delivery) {
    this.connection = connection;
    this.delivery = delivery;
  }

  void createViews() throws SQLException, IOException {
    Script.run(connection, "contract");
    Script.execute(connection, "create schema snapshot");
    for (Map.Entry<String, Columns> dataset : declared().entrySet()) {
      createViews(dataset.getKey(), dataset.getValue());
    }
  }

  private Map<String, Columns> declared() throws SQLException {
    Map<String, Columns> declared = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        declared.put(row.getString(1), new Columns(row.getString(2), row.getBoolean(3)));
      }
    }
    return declared;
  }

  private void createViews(String dataset, Columns columns) throws SQLException, IOException {
    Script.execute(
        connection,
        "create view %s as select %s from %s"
            .formatted(dataset, columns.names(), source(dataset, columns)));
    if (columns.periodic()) {
      Script.execute(
          connection,
          "create view snapshot.%1$s as select * from main.%1$s where period = getvariable('month')"
              .formatted(dataset));
    }
  }

  private String source(String dataset, Columns columns) throws IOException {
    Path folder = delivery.resolve(dataset);
    String pattern = columns.periodic() ? "period=*/*.parquet" : "*.parquet";
    if (!hasParquet(folder)) {
      return "contract." + dataset;
    }
    String files = (folder + "/" + pattern).replace("'", "''");
    String hive =
        columns.periodic()
            ? "hive_partitioning = true, hive_types = {'period': varchar}"
            : "hive_partitioning = false";
    return "read_parquet('" + files + "', " + hive + ")";
  }

  private static boolean hasParquet(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    }
  }
}
