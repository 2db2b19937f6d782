package org.countywise.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Runs whose tables a database knows. */
@Tag("server")
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
