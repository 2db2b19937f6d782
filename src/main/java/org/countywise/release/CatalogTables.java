package org.countywise.release;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The two tables in which Iceberg's JDBC catalog writes down its tables, in the second version of
 * their layout. Iceberg makes them only where no schema of the database has such tables; here each
 * warehouse may have a schema of its own.
 */
final class CatalogTables {
  private static final String OF_JDBC = "jdbc.";
  private static final String FOUND = "select to_regclass('iceberg_tables') is not null";
  private static final List<String> MISSING =
      List.of(
          """
          create table if not exists iceberg_tables (
            catalog_name varchar(255) not null,
            table_namespace varchar(255) not null,
            table_name varchar(255) not null,
            metadata_location varchar(1000),
            previous_metadata_location varchar(1000),
            iceberg_type varchar(5),
            primary key (catalog_name, table_namespace, table_name))
          """,
          """
          create table if not exists iceberg_namespace_properties (
            catalog_name varchar(255) not null,
            namespace varchar(255) not null,
            property_key varchar(255),
            property_value varchar(1000),
            primary key (catalog_name, namespace, property_key))
          """);

  private final Catalog catalog;

  CatalogTables(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What a sentence about a missing schema has to name. */
  public record Named(String uri, String user, String schema, String said) {}

  /**
   * Makes the tables where they are missing.
   *
   * @throws WarehouseException when the user may not
   * @throws IllegalStateException when the database cannot be asked
   */
  void makeMissing() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!isThere(statement)) {
        make(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void make(Statement statement) throws SQLException {
    try {
      for (String table : MISSING) {
        statement.execute(table);
      }
    } catch (SQLException e) {
      // Another run may have made them in the same moment.
      if (!isThere(statement)) {
        throw WarehouseException.of("no_schema", named(e));
      }
    }
  }

  private Named named(SQLException e) {
    return new Named(
        catalog.uri(),
        catalog.setting(OF_JDBC + "user").orElse(""),
        catalog.setting(OF_JDBC + "currentSchema").orElse(""),
        e.getMessage().lines().findFirst().orElse(""));
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery(FOUND)) {
      return found.next() && found.getBoolean(1);
    }
  }

  private Connection connect() throws SQLException {
    Properties settings = new Properties();
    catalog
        .settings()
        .forEach(
            (name, value) -> {
              if (name.startsWith(OF_JDBC)) {
                settings.setProperty(name.substring(OF_JDBC.length()), value);
              }
            });
    try {
      // Lets the driver present itself, whichever class loader brought it.
      Class.forName("org.postgresql.Driver");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this build has no driver of PostgreSQL", e);
    }
    return DriverManager.getConnection(catalog.uri(), settings);
  }
}
