package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Where an export to a database takes its names from. */
class PostgresOptionsTest {
  private static final String URL = "jdbc:postgresql://h/d";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("COUNTYWISE_POSTGRES_USER", "nightly", "COUNTYWISE_POSTGRES_PASSWORD", "hunter2");

  @Test
  void shouldTakeTheUserOfTheEnvironmentWhereNobodyIsNamed() {
    PostgresExport export = typed("--url", URL);

    assertThat(export.server()).hasToString("nightly at h/d");
    assertThat(export.schema()).isEqualTo("countywise");
    assertThat(export.reader()).isEqualTo("countywise_reader");
    assertThat(export.toString()).doesNotContain("hunter2");
  }

  @Test
  void shouldTakeTheUserThatIsNamedBeforeThatOfTheEnvironment() {
    assertThat(typed("--url", URL, "--user", "me").server().user()).isEqualTo("me");
    assertThat(typed("--url", URL + "?user=you").server().user()).isEqualTo("you");
  }

  @Test
  void shouldCallTheReadingRoleAfterTheSchema() {
    assertThat(typed("--url", URL, "--schema", "old").reader()).isEqualTo("old_reader");
    assertThat(typed("--url", URL, "--reader", "boards").reader()).isEqualTo("boards");
  }

  @Test
  void shouldRefuseASchemaOfTheServer() {
    assertThatThrownBy(() -> typed("--url", URL, "--schema", "information_schema"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--schema 'information_schema' is no name for it; take up to 50");
  }

  private static PostgresExport typed(String... words) {
    return CommandLine.populateCommand(new PostgresOptions(), words).export(ENVIRONMENT);
  }
}
