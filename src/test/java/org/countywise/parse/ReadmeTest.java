package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.definition.Family;
import org.countywise.report.Problem;
import org.junit.jupiter.api.Test;

/** What jobs/README.md shows of the reader is what the reader does. */
class ReadmeTest {
  private static final String EMPLOYMENT = "jobs/employment.yaml";

  @Test
  void shouldQuoteTheMessageOfAMisspeltKey() throws IOException {
    String readme = Files.readString(Path.of("jobs/README.md"));
    String yaml =
        Files.readString(Path.of(EMPLOYMENT))
            .replace("\nmeasures:\n", "\nmeasures:\n" + block(readme, "  migrant_women:"))
            .replace("\nindicators:\n", "\nindicators:\n" + block(readme, "  migrant_women_share:"))
            .replace("denominator: migrant_labour\n", "denominatr: migrant_labour\n");

    List<Problem> problems = problems(yaml);

    assertThat(problems).as("the one misspelt key").hasSize(1);
    assertThat(readme).contains("\n" + problems.get(0) + "\n");
  }

  /** The YAML in a text that begins with a line. */
  private static String block(String text, String first) {
    Matcher block =
        Pattern.compile("```yaml\n(" + first + "\n.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).as("an example that begins with '%s'", first).isTrue();
    return block.group(1);
  }

  private static List<Problem> problems(String yaml) {
    Report report = new Report();
    YamlReader.read(EMPLOYMENT, yaml, report)
        .ifPresent(
            node ->
                new RecordReader(EMPLOYMENT, "employment.yaml", report).read(Family.class, node));
    return report.problems();
  }
}
