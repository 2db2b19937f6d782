package org.countywise.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countywise.Generated;
import org.countywise.report.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the sample publishes for a month with history is committed: a few regions to read, and of
 * all regions, villages too, a hash per indicator. A change of engine, definitions or sample is
 * seen as the values it changes.
 */
class GoldenValuesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** The nation, its provinces, the listed counties and two of them. */
  private static final Pattern READ = Pattern.compile("CN|\\d\\d|group:.*|522633|640422");

  private static List<String> rows;

  @BeforeAll
  static void publish() {
    rows = PublishedRows.readable(PublishedRows.sample());
  }

  @Test
  void shouldBeTheCommittedValuesOfAFewRegions() {
    String values =
        rows.stream()
            .filter(row -> READ.matcher(cell(row, 1)).matches())
            .collect(joining("\n", String.join(",", PublishedRows.COLUMNS) + "\n", "\n"));

    golden("sample-2020-09.csv").is(values);
  }

  @Test
  void shouldHaveTheCommittedHashOfAllRegionsValues() {
    String hashes =
        rows.stream()
            .collect(
                groupingBy(row -> cell(row, 0), TreeMap::new, mapping(row -> row, joining("\n"))))
            .entrySet()
            .stream()
            .map(indicator -> hashed(indicator.getKey(), indicator.getValue()))
            .collect(joining("\n", "indicator,rows,hash\n", "\n"));

    golden("sample-2020-09-all-regions.csv").is(hashes);
  }

  /** A run on a cluster is held against it too. */
  @Test
  void shouldHaveTheCommittedHashOfItsContent() {
    golden("sample-2020-09-content.txt")
        .is(PublishedRows.sample().warehouse().release("").content() + "\n");
  }

  private static String hashed(String indicator, String lines) {
    return indicator + "," + lines.lines().count() + "," + Hash.of(lines);
  }

  private static String cell(String row, int column) {
    return row.split(",", -1)[column];
  }

  private static Generated golden(String file) {
    return Generated.of(GOLDEN.resolve(file), GoldenValuesTest.class);
  }
}
