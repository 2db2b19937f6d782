package org.countywise.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.definition.Dataset;
import org.junit.jupiter.api.Test;

/** Files have the columns that the definitions ask for. */
class FileSchemaTest {
  private static final List<String> COLUMNS = List.of("works_id", "quantity", "done");

  @Test
  void shouldHaveTheTypesAndTheOrderOfTheDefinition() {
    FileSchema schema =
        FileSchema.of(
            works(
                "done", column("boolean", false),
                "quantity", column("decimal(12,2)", true),
                "works_id", column("int64", false)),
            COLUMNS);

    assertThat(schema.type())
        .hasToString(
            """
            message works {
              required boolean done;
              optional int64 quantity (DECIMAL(12,2));
              required int64 works_id;
            }
            """);
    assertThat(schema.positions()).containsExactly(2, 1, 0);
  }

  @Test
  void shouldLeaveOptionalColumnsEmptyThatItHasNoValuesFor() {
    FileSchema schema = FileSchema.of(works("note", column("string", true)), COLUMNS);

    assertThat(schema.positions()).as("beyond the values of a row").containsExactly(3);
  }

  @Test
  void shouldRefuseADefinitionThatDemandsWhatItDoesNotKnow() {
    assertThatThrownBy(() -> FileSchema.of(works("cost", column("int64", false)), COLUMNS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there are no values for the column cost that works demands; declare it optional,"
                + " or name the definitions of Countywise with --jobs");
  }

  private static Dataset works(Object... columns) {
    Map<String, Dataset.Column> byName = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      byName.put((String) columns[i], (Dataset.Column) columns[i + 1]);
    }
    return new Dataset(
        "works", null, null, "", List.of(), null, null, null, null, null, null, byName, null, null,
        null, null);
  }

  private static Dataset.Column column(String type, boolean optional) {
    return new Dataset.Column(
        type, Dataset.Role.AMOUNT, null, optional, null, null, null, null, null, null);
  }
}
