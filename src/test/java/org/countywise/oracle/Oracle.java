package org.countywise.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every indicator of a delivery by an independent road: hand-written SQL on an in-memory DuckDB.
 * {@link #compute} leaves its answer in the table {@code indicator_value} of {@link #connection},
 * with the columns of contract section 3 without {@code release}, and with the family monitoring
 * the alerts of each month in {@code alert}; {@link #compare} holds an export against it.
 */
public final class Oracle implements AutoCloseable {
  /** The families the oracle knows, as jobs/ names them. */
  public static final List<String> FAMILIES =
      Arrays.stream(Family.values()).map(Family::title).toList();

  /** Registry, employment and industry, whose answers four counties are worked out for by hand. */
  static final List<String> FOUR = List.of("registry", "employment", "public-posts", "industry");

  private static final int DIFFERENCES_SHOWN = 1000;
  private static final String PAST_MONTHS =
      """
      select distinct month from need
      where month not in (select period from wanted) and period in (select period from wanted)
        and need in (select past from indicator where family = ?)
      order by month
      """;

  private final Connection connection;

  private Oracle(Connection connection) {
    this.connection = connection;
  }

  /** Opens views over the delivery, a local directory; nothing is read yet. */
  public static Oracle over(Path delivery) throws SQLException {
    if (!Files.isDirectory(delivery)) {
      throw new IllegalArgumentException(delivery + " is not a directory; give a delivery's root");
    }
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try {
      Script.execute(
          connection,
          "set preserve_insertion_order = false; set memory_limit = '6GB'; set temp_directory = '%s'"
              .formatted(Path.of(System.getProperty("java.io.tmpdir"), "countywise-oracle")));
      new Datasets(connection, delivery).createViews();
      Script.run(connection, "indicators");
      return new Oracle(connection);
    } catch (IOException e) {
      connection.close();
      throw new UncheckedIOException(e);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The connection that holds the views and, after {@link #compute}, the answer. */
  public Connection connection() {
    return connection;
  }

  /**
   * Computes the families' indicators for the periods into {@code indicator_value}, anew at each
   * call.
   */
  public void compute(List<YearMonth> periods, Collection<String> families) throws SQLException {
    Set<Family> asked = Family.named(families);
    fill("wanted", "period", periods.stream().map(YearMonth::toString).toList());
    fill("wanted_family", "family", asked.stream().map(Family::title).toList());
    Script.run(connection, "places");
    Script.execute(connection, "delete from part");
    if (asked.stream().anyMatch(Family::readsAccounts)) {
      Script.run(connection, "accounts");
    }
    for (String period : strings("select distinct period from wanted order by period")) {
      measure(period, asked);
    }
    for (Family family : asked) {
      measurePast(family);
    }
    if (asked.stream().anyMatch(Family::keepsLedger)) {
      keepLedger();
    }
    Script.run(connection, "rollup");
  }

  /** Writes what was computed into one Parquet file, for {@link #load}. */
  public void save(Path answer) throws SQLException {
    Script.execute(
        connection, "copy indicator_value to '%s' (format parquet)".formatted(quoted(answer)));
  }

  /** Takes what another oracle has saved for its own, as if it had computed it. */
  public void load(List<YearMonth> periods, Collection<String> families, Path answer)
      throws SQLException {
    fill("wanted", "period", periods.stream().map(YearMonth::toString).toList());
    fill("wanted_family", "family", Family.named(families).stream().map(Family::title).toList());
    Script.execute(
        connection,
        """
        create or replace table indicator as
        select * from catalogue semi join wanted_family using (family);
        create or replace table indicator_value as from read_parquet('%s')
        """
            .formatted(quoted(answer)));
  }

  private static String quoted(Path file) {
    return file.toString().replace("'", "''");
  }

  private void fill(String table, String column, Collection<String> values) throws SQLException {
    Script.execute(connection, "create or replace table %s (%s varchar)".formatted(table, column));
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " values (?)")) {
      for (String value : new LinkedHashSet<>(values)) {
        insert.setString(1, value);
        insert.execute();
      }
    }
  }

  private void measure(String month, Set<Family> families) throws SQLException {
    choose(month);
    if (families.stream().anyMatch(Family::readsHouseholds)) {
      Script.run(connection, "households");
    }
    for (Family family : families) {
      Script.run(connection, family.title());
    }
  }

  private void measurePast(Family family) throws SQLException {
    if (family.history() == null) {
      return;
    }
    for (String month : strings(PAST_MONTHS, family.title())) {
      choose(month);
      Script.run(connection, family.history());
    }
  }

  private void keepLedger() throws SQLException {
    Script.run(connection, "alerts-begin");
    for (String month : strings("select month from ledger_month order by month")) {
      choose(month);
      Script.run(connection, "alerts");
    }
  }

  private void choose(String month) throws SQLException {
    Script.execute(connection, "set variable month = '" + month + "'");
  }

  /**
   * Differences between the computed table and an export's {@code indicator_value/*.parquet}, the
   * first thousand in order of indicator and region; empty when they agree. Numerators and
   * denominators must be equal, values within a relative 1e-15. Only the computed periods and
   * families are compared; villages and townships only when the export holds that level.
   */
  public List<Difference> compare(Path exportedIndicatorValueParquetGlob) throws SQLException {
    if (strings("select indicator from indicator_value limit 1").isEmpty()) {
      throw new IllegalStateException("the oracle computed no row; nothing to compare with");
    }
    String files = quoted(exportedIndicatorValueParquetGlob);
    Script.execute(
        connection, "create or replace view theirs as from read_parquet('" + files + "')");
    Script.run(connection, "compare");
    String first =
        "from difference order by indicator, period, length(region_code), region_code, breakdown,"
            + " what limit "
            + DIFFERENCES_SHOWN;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(first)) {
      return differences(row);
    }
  }

  private static List<Difference> differences(ResultSet row) throws SQLException {
    List<Difference> differences = new ArrayList<>();
    while (row.next()) {
      differences.add(
          new Difference(
              row.getString("indicator"),
              row.getString("region_code"),
              row.getString("period"),
              row.getString("breakdown"),
              row.getString("what"),
              row.getString("expected"),
              row.getString("found")));
    }
    return differences;
  }

  private List<String> strings(String query, String... arguments) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          strings.add(row.getString(1));
        }
      }
    }
    return strings;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
