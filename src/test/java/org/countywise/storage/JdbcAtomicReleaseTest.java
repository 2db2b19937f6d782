package org.countywise.storage;

import org.countywise.Workbench;
import org.countywise.release.AtomicReleaseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** What holds of releases in a folder holds where a database knows the tables. */
@Tag("server")
class JdbcAtomicReleaseTest extends AtomicReleaseTest {
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
  protected Workbench.Bench newBench() {
    return CatalogServers.bench(server, "atomic-jdbc");
  }
}
