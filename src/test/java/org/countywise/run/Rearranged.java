package org.countywise.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The same rows in other files: by another writer, last row first, dealt out like cards. */
final class Rearranged {
  /** Into how many files each partition is dealt. */
  static final int FILES = 3;

  /** DuckDB makes no smaller row groups. */
  private static final String DEAL =
      """
      copy (
        select * exclude (filename, file_row_number)
        from read_parquet('%s/*.parquet', filename = true, file_row_number = true,
          hive_partitioning = false)
        where file_row_number %% %d = %d
        order by filename desc, file_row_number desc
      ) to '%s' (format parquet, row_group_size 2048)
      """;

  private final Connection duckdb;
  private final Path from;
  private final Path to;

  private Rearranged(Connection duckdb, Path from, Path to) {
    this.duckdb = duckdb;
    this.from = from;
    this.to = to;
  }

  /** Writes a delivery anew in another folder. */
  static Path delivery(Path from, Path to) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      Rearranged rearranged = new Rearranged(duckdb, from, to);
      for (Path partition : partitions(from)) {
        rearranged.deal(partition);
      }
    }
    return to;
  }

  /** Folders of a delivery that hold files. */
  static List<Path> partitions(Path delivery) {
    try (Stream<Path> all = Files.walk(delivery)) {
      return all.filter(path -> path.toString().endsWith(".parquet"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deal(Path partition) throws SQLException {
    Path folder = to.resolve(from.relativize(partition).toString());
    try (Statement statement = duckdb.createStatement()) {
      Files.createDirectories(folder);
      for (int hand = 0; hand < FILES; hand++) {
        Path file = folder.resolve(hand + ".parquet");
        statement.execute(DEAL.formatted(partition, FILES, hand, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
