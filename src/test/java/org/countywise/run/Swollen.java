package org.countywise.run;

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
import java.util.stream.Collectors;

/**
 * A delivery in which one county is several times as large: each of its records is there as often,
 * under an id of its own, and its control totals say so.
 */
final class Swollen {
  /** No id of the sample is as large; what a copy's ids are more than those of the record. */
  private static final long APART = 1_000_000_000_000_000L;

  private final Connection duckdb;
  private final String county;
  private final int times;

  private Swollen(Connection duckdb, String county, int times) {
    this.duckdb = duckdb;
    this.county = county;
    this.times = times;
  }

  /** Writes a delivery anew in another folder. */
  static Path delivery(Path from, Path to, String county, int times) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      Swollen swollen = new Swollen(duckdb, county, times);
      for (Path partition : Rearranged.partitions(from)) {
        swollen.write(partition, to.resolve(from.relativize(partition).toString()));
      }
    }
    return to;
  }

  private void write(Path partition, Path folder) throws SQLException {
    String rows =
        "from read_parquet('%s/*.parquet', hive_partitioning = false)".formatted(partition);
    try (Statement statement = duckdb.createStatement()) {
      Files.createDirectories(folder);
      statement.execute(
          "copy (%s) to '%s' (format parquet)"
              .formatted(query(columns(rows), rows), folder.resolve("all.parquet")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String query(List<String> columns, String rows) {
    List<String> ids = columns.stream().filter(column -> column.endsWith("_id")).toList();
    if (columns.contains("row_count")) {
      return """
      select * replace (if(county_code = '%s' and dataset not in ('village', 'exit_survey', 'informant'),
        %d, 1) * row_count as row_count) %s
      """
          .formatted(county, times, rows);
    }
    String region = columns.contains("village_code") ? "village_code" : "county_code";
    if (ids.isEmpty() || !columns.contains(region)) {
      return rows;
    }
    String others =
        ids.stream()
            .map(id -> "%1$s + copy * %2$d as %1$s".formatted(id, APART))
            .collect(Collectors.joining(", "));
    return """
    select * exclude (copy) replace (%s) from (%s), range(%d) as copies(copy)
    where copy = 0 or left(%s, 6) = '%s'
    """
        .formatted(others, rows, times, region, county);
  }

  private List<String> columns(String rows) throws SQLException {
    try (Statement statement = duckdb.createStatement();
        ResultSet row = statement.executeQuery("select * %s limit 0".formatted(rows))) {
      List<String> columns = new ArrayList<>();
      for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
        columns.add(row.getMetaData().getColumnName(at));
      }
      return columns;
    }
  }
}
