package org.countywise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts are filled in with records, and nothing that lacks goes unsaid. */
class TextTemplateTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/org/countywise/report");

  /** What the templates of this test are filled in with. */
  public record Said(String title, BigDecimal number, List<String> names) {}

  private static Said said(String title, String number) {
    return new Said(title, number == null ? null : new BigDecimal(number), List.of("a", "b"));
  }

  @Test
  void shouldFillInARecord() {
    assertThat(TextTemplate.of("test").text(said("<A_b>", "1234567.12345678")))
        .isEqualTo("<A_b>: 1,234,567.123457 (a, b)\n");
  }

  @Test
  void shouldTakeNothingForAMarkOfMarkdown() {
    assertThat(TextTemplate.of("test.md").text(said("<A_b> | *c* [d] \\", "1")))
        .isEqualTo("# \\<A\\_b> \\| \\*c\\* \\[d] \\\\\n\n`<A_b> | *c* [d] \\`\n");
  }

  @Test
  void shouldTakeNothingForAMarkOfHtml() {
    assertThat(TextTemplate.of("test.html").text(said("<b>&\"'", "1")))
        .isEqualTo("<p>&lt;b&gt;&amp;&quot;&#39;</p>\n");
  }

  @Test
  void shouldSayNothingWhereSomethingIsMissing() {
    TextTemplate template = TextTemplate.of("test");

    assertThatThrownBy(() -> template.text(said("a", null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("template and record do not fit", "number", "test.ftl");
    assertThatThrownBy(() -> template.text(new Unfit("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("number");
  }

  /** Lacks what the template names. */
  public record Unfit(String title) {}

  @Test
  void shouldKnowNoTextThatIsNotThere() {
    assertThatThrownBy(() -> TextTemplate.of("nothing")).hasMessageContaining("nothing.ftl");
  }

  static Stream<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".ftl")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void shouldBeWellFormedAndThereInBothLanguages(Path file) {
    String name = file.getFileName().toString();
    TextTemplate.of(name.replaceFirst("\\.ftl$", ""));

    assertThat(file.resolveSibling(name.replace(".en.", ".zh."))).exists();
    assertThat(file.resolveSibling(name.replace(".zh.", ".en."))).exists();
  }
}
