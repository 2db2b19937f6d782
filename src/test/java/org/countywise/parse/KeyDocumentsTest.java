package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.countywise.Generated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What analysts and their editors are told of keys is what the records say. */
class KeyDocumentsTest {
  private static final Path REFERENCE = Path.of("jobs/guide/keys.md");
  private static final String RENEW =
      "./mvnw test -Dtest=KeyDocumentsTest -Dcountywise.regenerate=true";

  @ParameterizedTest
  @EnumSource
  void shouldHaveASchemaOfEveryKindOfFile(DefinitionFile file) throws JsonProcessingException {
    Generated.of(file.schema(), KeyDocumentsTest.class).is(json(JsonSchema.of(file)));
  }

  @Test
  void shouldHaveAReferenceOfEveryKey() {
    Generated.of(REFERENCE, KeyDocumentsTest.class)
        .holds("<!-- keys -->", "<!-- /keys -->", KeyReference.markdown());
  }

  @Test
  void shouldSayHowToRenewWhatIsStale(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("stale.md"), "# Keys\n<!-- a -->\nold\n<!-- z -->\n");
    Generated compared = new Generated(file, KeyDocumentsTest.class, false);

    assertThatThrownBy(() -> compared.is("new")).hasMessageContaining(RENEW);
    assertThatThrownBy(() -> compared.holds("<!-- a -->", "<!-- z -->", "new"))
        .hasMessageContaining(RENEW);

    new Generated(file, KeyDocumentsTest.class, true).holds("<!-- a -->", "<!-- z -->", "new\n");
    assertThat(file).hasContent("# Keys\n<!-- a -->\nnew\n<!-- z -->");
    compared.holds("<!-- a -->", "<!-- z -->", "new\n");
  }

  @Test
  void shouldRefuseToRenewWithoutItsLines(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("other.md"), "# Keys\n");

    assertThatThrownBy(
            () ->
                new Generated(file, KeyDocumentsTest.class, true)
                    .holds("<!-- a -->", "<!-- z -->", "new"))
        .hasMessageContaining("has the line <!-- a -->");
  }

  @ParameterizedTest
  @EnumSource
  void shouldExplainEveryKeyInOneLineWithoutAFullStop(DefinitionFile file) {
    for (Class<?> type : types(Form.of(file.type()), new HashSet<>())) {
      for (RecordComponent component : type.getRecordComponents()) {
        assertThat(Keys.text(component))
            .as("@Key of %s.%s", type.getSimpleName(), component.getName())
            .isNotBlank()
            .isEqualTo(Keys.text(component).strip())
            .doesNotContain("\n")
            .doesNotEndWith(".");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.countywise.parse.DefinitionFile#shipped")
  void shouldTellEditorsTheSchemaInTheFirstLine(Path yaml) throws IOException {
    Path schema = yaml.getParent().relativize(DefinitionFile.of(yaml).schema());

    assertThat(Files.readAllLines(yaml).get(0))
        .isEqualTo("# yaml-language-server: $schema=" + schema.toString().replace('\\', '/'));
  }

  private static Set<Class<?>> types(Form form, Set<Class<?>> found) {
    if (form instanceof Form.Items items) {
      types(items.each(), found);
    } else if (form instanceof Form.Named named) {
      types(named.each(), found);
    } else if (form instanceof Form.Nested nested && found.add(nested.type())) {
      for (RecordComponent component : nested.type().getRecordComponents()) {
        types(Form.of(component.getGenericType()), found);
      }
    }
    return found;
  }

  static String json(Object schema) throws JsonProcessingException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
  }
}
