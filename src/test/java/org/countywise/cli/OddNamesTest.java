package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.release.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole run of the sample under names that are patterns to some readers. */
class OddNamesTest {
  private static final String MONTH = "employment/period=2020-07";
  private static final String HALF =
      """
      copy (select * exclude (file_row_number)
        from read_parquet('%s', file_row_number = true, hive_partitioning = false)
        where file_row_number %s %d) to '%s' (format parquet)
      """;

  private static final Workbench.Bench BENCH = Workbench.bench("odd-names");
  private static String plain;

  @BeforeAll
  static void publishUnderPlainNames() {
    plain = published(Workbench.sample(), "plain");
  }

  @Test
  void shouldReadEachOfTwoFilesOnceWhereTheNameOfOneIsAPatternOfTheOther()
      throws IOException, SQLException {
    Path delivery = copied("twice");
    Path whole = onlyFile(delivery.resolve(MONTH));
    Path first = whole.resolveSibling("part1.parquet");
    Path second = whole.resolveSibling("part.second");
    halve(whole, first, second);
    Files.move(second, whole.resolveSibling("part[1].parquet"));
    Files.delete(whole);
    Files.deleteIfExists(whole.resolveSibling("." + whole.getFileName() + ".crc"));

    assertThat(published(delivery, "twice")).isEqualTo(plain);
  }

  @Test
  void shouldReadADeliveryWhoseFolderAndFilesArePatterns() throws IOException {
    Path delivery = copied("2020-07 [final]");
    rename(delivery.resolve("household/period=2020-07"), "household[1].parquet");
    rename(delivery.resolve(MONTH), "520526 {补报} (1).parquet");

    assertThat(published(delivery, "final")).isEqualTo(plain);
  }

  private static void halve(Path whole, Path first, Path second) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      long rows = rows(statement, whole);
      statement.execute(HALF.formatted(whole, "<", rows / 2, first));
      statement.execute(HALF.formatted(whole, ">=", rows / 2, second));
      assertThat(rows(statement, first)).isPositive().isEqualTo(rows(statement, second));
    }
  }

  private static long rows(Statement statement, Path file) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("select count(*) from read_parquet('" + file + "')")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void rename(Path folder, String name) throws IOException {
    Path file = onlyFile(folder);
    Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(folder.resolve("." + file.getFileName() + ".crc"));
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private static Path copied(String name) {
    return Folders.copy(Workbench.sample(), BENCH.folder().resolve(name));
  }

  /** What a run says of the content of the release that it publishes. */
  private static String published(Path delivery, String name) {
    String warehouse = BENCH.folder().resolve(name + "-warehouse").toString();
    Terminal run =
        Terminal.type(
            "run",
            "-q",
            "--delivery=" + delivery,
            "--warehouse=" + warehouse,
            "--period=2020-07",
            "employment");
    assertThat(run.code()).as("exit code; said: %s%s", run.out(), run.err()).isZero();
    return Warehouse.open(Workbench.session(Warehouse.settings(warehouse))).release("").content();
  }
}
