package org.countywise.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Runs whose tables a service knows. */
@Tag("server")
class RestRunsTest extends WholeRuns {
  private static ServiceServer server;

  @BeforeAll
  static void startServer() {
    server = ServiceServer.start();
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
    return "rest";
  }
}
