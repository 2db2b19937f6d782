package org.countywise.storage;

import org.countywise.Workbench;
import org.countywise.release.AtomicReleaseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** What holds of releases in a folder holds where a service knows the tables. */
@Tag("server")
class RestAtomicReleaseTest extends AtomicReleaseTest {
  private static ServiceServer server;

  @BeforeAll
  static void startServer() {
    server = ServiceServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected Workbench.Bench newBench() {
    return CatalogServers.bench(server, "atomic-rest");
  }
}
