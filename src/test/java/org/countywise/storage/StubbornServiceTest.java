package org.countywise.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.countywise.Workbench;
import org.countywise.cli.CatalogOfConf;
import org.countywise.release.Warehouse;
import org.countywise.release.WarehouseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that puts tables where it likes would put restricted ones where nobody guards them. */
@Tag("server")
class StubbornServiceTest {

  @Test
  void shouldBeRefusedBeforeARowIsWritten() {
    try (ServiceServer server = ServiceServer.start()) {
      Path folder = Workbench.bench("stubborn").folder();
      Path conf = CatalogServers.write(folder, server.conf(ServedCatalog.STUBBORN));
      Map<String, String> settings =
          Warehouse.settings(folder.toString(), CatalogOfConf.settings(conf));
      Warehouse warehouse = Warehouse.open(Workbench.session(settings));

      assertThatThrownBy(warehouse::draft)
          .isInstanceOf(WarehouseException.class)
          .hasMessageContaining("put the table published.run_manifest at ")
          .hasMessageContaining("instead of " + folder + "/published/run_manifest");
      assertThat(folder.resolve("published")).doesNotExist();
      assertThat(Files.isDirectory(folder.resolve("restricted"))).isTrue();
    }
  }
}
