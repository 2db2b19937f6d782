package org.countywise.compile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.countywise.BadDefinition;
import org.countywise.compile.Compilation;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What reads the machine, the clock or other rows, or is left to chance, is refused wherever an
 * analyst can write SQL: the list is {@code bad-definitions/forbidden.txt}.
 */
class ForbiddenSqlTest {
  private static final Path LIST = Path.of("src/test/resources/bad-definitions/forbidden.txt");
  private static final List<Slot> PLACES =
      List.of(
          new Slot("datasets/household.yaml", "region: county", 7, "region"),
          new Slot("datasets/household.yaml", "is_poor: class = 'poor'", 15, "computed.is_poor"),
          new Slot("datasets/job.yaml", "where: wage = '*'", 19, "suppressed.0.where"),
          new Slot("datasets/job.yaml", "rows: sector = 'all'", 21, "totals.all_sectors.rows"),
          new Slot("datasets/job.yaml", "of: sector <> 'all'", 21, "totals.all_sectors.of"),
          new Slot("datasets/receipt.yaml", "period: month", 7, "period"),
          new Slot("regions.yaml", "where: level = 'province'", 19, "groups.coast.where"),
          new Slot(
              "welfare.yaml", "paid_jobs: paid", 7, "views.working_poor.join.work.tally.paid_jobs"),
          new Slot(
              "welfare.yaml",
              "where: is_poor and work.paid_jobs > 0",
              8,
              "views.working_poor.where"),
          new Slot("welfare.yaml", "sum: wage", 16, "measures.wages.sum"),
          new Slot("welfare.yaml", "where: wage > 0", 17, "measures.wages.where"),
          new Slot("welfare.yaml", "sector: sector", 18, "measures.wages.by.sector"));

  /** Where no SQL is read at all, only the name of a column and a sum of measures. */
  private static final List<Slot> NO_SQL =
      List.of(
          new Slot("welfare.yaml", "distinct: household_id", 13, "measures.earning.distinct"),
          new Slot("welfare.yaml", "numerator: poor", 26, "indicators.poor_rate.numerator"));

  @TempDir private Path folder;

  /** A key whose value is replaced. */
  private record Slot(String file, String written, int line, String path) {

    BadDefinition.Edit with(String sql) {
      String key = written.substring(0, written.indexOf(':'));
      String quoted = "\"" + sql.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      return new BadDefinition.Edit(file, written, key + ": " + quoted);
    }

    String place() {
      return file + ":" + line + ": ";
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forbidden")
  void shouldBeRefusedEverywhere(String why, String sql, String what) {
    List<String> said = said(sql);

    for (Slot slot : PLACES) {
      assertThat(said)
          .as("%s at %s", sql, slot.path())
          .anyMatch(line -> line.startsWith(slot.place()) && line.contains(what + at(slot)));
    }
    for (Slot slot : NO_SQL) {
      assertThat(said)
          .as("%s at %s", sql, slot.path())
          .anyMatch(line -> line.startsWith(slot.place()) && line.contains(at(slot)));
    }
  }

  @Test
  void shouldAllowAConstantEverywhereThatFitsThere() {
    assertThat(said("true"))
        .as("conditions and what is no condition")
        .noneMatch(line -> line.contains("where; ") || line.contains("is not allowed"))
        .anyMatch(line -> line.contains("'true' gives boolean, not text at region; "));
  }

  @Test
  void shouldRefuseExpressionsWithoutBottom() {
    String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);

    assertThat(said(deep))
        .contains(
            "welfare.yaml:17: an expression of 40001 characters is nested too deeply at"
                + " measures.wages.where; split it into computed columns")
        .anyMatch(
            line ->
                line.startsWith("welfare.yaml:26: ")
                    && line.contains("is nested too deeply at indicators.poor_rate.numerator; "));
  }

  @Test
  void shouldRefuseExpressionsWithoutEnd() {
    assertThat(said("not ".repeat(2_000) + "true"))
        .contains(
            "welfare.yaml:17: an expression of 8004 characters is longer than 4000 at"
                + " measures.wages.where; split it into computed columns");
  }

  private List<String> said(String sql) {
    List<BadDefinition.Edit> edits =
        Stream.concat(PLACES.stream(), NO_SQL.stream()).map(slot -> slot.with(sql)).toList();
    Path jobs = new BadDefinition(sql, edits, List.of()).in(folder);
    Parsed parsed = DefinitionReader.read(jobs);
    assertThat(parsed.problems()).as("problems of form").isEmpty();
    return Compilation.of(parsed.definitions(), parsed.places()).problems().stream()
        .map(problem -> problem.toString().replace(jobs + "/", ""))
        .toList();
  }

  private static String at(Slot slot) {
    return " at " + slot.path() + "; ";
  }

  static List<Arguments> forbidden() throws IOException {
    List<Arguments> found = new ArrayList<>();
    String why = "";
    Iterator<String> lines =
        Files.readAllLines(LIST).stream().filter(line -> !line.isEmpty()).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("# ")) {
        why = line.substring(2);
      } else {
        found.add(Arguments.of(why, line, lines.next().substring(2)));
      }
    }
    return found;
  }
}
