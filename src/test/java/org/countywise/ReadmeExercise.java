package org.countywise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody does who follows the five steps of jobs/README.md to the letter: the YAML is the
 * README's own, and goes where its text says, at the first place where it can.
 */
final class ReadmeExercise {
  static final String README = read(Path.of("jobs/README.md"));

  private final Path jobs;

  private ReadmeExercise(Path jobs) {
    this.jobs = jobs;
  }

  /** A copy of the shipped definitions, on which no step has been done. */
  static ReadmeExercise in(Path folder) {
    Folders.delete(folder);
    return new ReadmeExercise(Folders.copy(Path.of("jobs"), folder));
  }

  Path jobs() {
    return jobs;
  }

  /** The reference that the first step shows. */
  static String reference() {
    return block("references:").replace("references:\n", "");
  }

  /** Steps two and three. */
  ReadmeExercise defined() {
    insert("\nmeasures:\n", block("  migrant_women:"));
    insert("\nindicators:\n", block("  migrant_women_share:"));
    return this;
  }

  /** The rows of step four, each instead of the row of the same person. */
  ReadmeExercise given() {
    expectation(0)
        .lines()
        .forEach(
            row -> {
              String person = row.substring(0, row.indexOf(',') + 1);
              replace(Pattern.quote(person) + ".*", row);
            });
    return this;
  }

  /** The expectation of step four. */
  ReadmeExercise expected() {
    insert("\n    expect:\n", expectation(1));
    return this;
  }

  /** The misspelling of which the README shows what is said. */
  ReadmeExercise misspelt() {
    replace("(?<=numerator: migrant_women\n    )denominator:", "denominatr:");
    return this;
  }

  /** What step four shows above and below its ellipsis. */
  private static String expectation(int part) {
    return block("        - \\{person_id: 11,.*").split("…\n", -1)[part];
  }

  /** The YAML in the README whose first line is this pattern. */
  private static String block(String first) {
    Matcher block = Pattern.compile("```yaml\n(" + first + "\n(?s:.*?))```").matcher(README);
    if (!block.find()) {
      throw new IllegalStateException("jobs/README.md shows no YAML that begins with " + first);
    }
    return block.group(1);
  }

  private void insert(String after, String text) {
    replace("(?<=" + after + ")", text);
  }

  private void replace(String pattern, String text) {
    Path file = jobs.resolve("employment.yaml");
    Matcher place = Pattern.compile(pattern).matcher(read(file));
    if (!place.find()) {
      throw new IllegalStateException("employment.yaml has no place for " + text);
    }
    try {
      Files.writeString(file, place.replaceFirst(Matcher.quoteReplacement(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
