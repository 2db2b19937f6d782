package org.countywise.storage;

import org.countywise.sink.postgres.LocalPostgres;

/** A PostgreSQL server in which each warehouse has a schema, and all the user {@code writer}. */
final class DatabaseServer implements CatalogServer {
  private final LocalPostgres postgres;

  private DatabaseServer(LocalPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts it, or skips the test where none is installed. */
  static DatabaseServer start() {
    LocalPostgres postgres = LocalPostgres.start();
    postgres.execute(
        "create role writer login password '%s'".formatted(System.getenv(CatalogServers.PASSWORD)));
    return new DatabaseServer(postgres);
  }

  @Override
  public String conf(String name) {
    postgres.execute("create schema %s authorization writer".formatted(name));
    return confOf(name);
  }

  /** The same of a schema that need not be there. */
  String confOf(String name) {
    return """
        catalog: jdbc
        jdbc: {uri: '%s', user: writer, schema: %s}
        """
        .formatted(postgres.url(), name);
  }

  /** The server, to be asked. */
  LocalPostgres postgres() {
    return postgres;
  }

  @Override
  public void close() {
    postgres.close();
  }
}
