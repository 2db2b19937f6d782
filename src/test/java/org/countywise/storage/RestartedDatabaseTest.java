package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countywise.Workbench;
import org.countywise.report.Outcome;
import org.countywise.run.WholeReleases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database that knows the tables fails while a release is written, and comes back. */
@Tag("server")
class RestartedDatabaseTest {

  @Test
  void shouldPublishTheSameOverNewConnections() {
    try (DatabaseServer server = DatabaseServer.start()) {
      Workbench.Bench bench = CatalogServers.bench(server, "restarted-database");
      List<String> restarted = new ArrayList<>();

      Outcome outcome =
          SeptemberWorks.run(
              Workbench.sample().toString(),
              CatalogServers.settings(bench),
              (subject, action) -> {
                if (List.of("writing", "proving").contains(action)) {
                  server.postgres().restart();
                  restarted.add(action);
                }
              });

      assertThat(restarted).containsExactly("writing", "proving");
      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
      assertThat(bench.warehouse().release("").content()).isEqualTo(SeptemberWorks.localContent());
      assertThat(new WholeReleases().doubt(bench.warehouse())).isEmpty();
    }
  }
}
