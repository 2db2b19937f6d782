package org.countywise.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs whose tables a database knows. */
class JdbcRunsTest extends WholeRuns {
  private static DatabaseServer server;

  @BeforeAll
  static void startServer() {
    server = DatabaseServer.start();
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  CatalogServer server() {
    return server;
  }

  @Override
  String kind() {
    return "jdbc";
  }
}
