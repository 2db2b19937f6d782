package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A warehouse where two runs at once could lose a release is refused by every command. */
class WarehouseOnAnObjectStoreTest {
  private static final String FOLDER = "s3a://bucket/warehouse";

  @Test
  void shouldBeRefusedBeforeAnythingIsRead() {
    List<String[]> commands =
        List.of(
            new String[] {"show", "-q", "--warehouse", FOLDER},
            new String[] {"releases", "-q", "--warehouse", FOLDER, "--adopt"},
            new String[] {
              "run", "-q", "--delivery", "not/there", "--warehouse", FOLDER, "--period", "2020-07"
            });
    for (String[] words : commands) {
      Terminal refused = Terminal.type(words);

      assertThat(refused.code()).as(refused.err()).isEqualTo(Exit.USAGE);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err())
          .startsWith("countywise: the warehouse " + FOLDER + " is refused: ")
          .contains("nothing was read", "catalog: jdbc", "docs/storage.md");
    }
  }

  @Test
  void shouldBeAnErrorToTheDoctor() {
    Terminal doctor = Terminal.type("doctor", "--warehouse", FOLDER);

    assertThat(doctor.code()).as(doctor.out()).isEqualTo(Exit.BLOCKED);
    assertThat(doctor.out())
        .contains("error    catalog: the warehouse " + FOLDER + " is refused: ");
  }
}
