package org.countywise.compile.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.compile.Compilation;
import org.countywise.compile.expression.Bounds;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.expression.Scope;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.report.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can overflow or divide by zero for values its columns allow is warned of. */
class UnfailingExpressionsTest {
  private static final StructType ROW =
      new StructType()
          .add("fen", DataTypes.LongType)
          .add("persons", DataTypes.LongType)
          .add("day", DataTypes.DateType)
          .add("area", DataTypes.createDecimalType(12, 2));

  private static final Map<String, Bounds> COLUMNS =
      Map.of(
          "fen", Bounds.of(Long.MIN_VALUE, Long.MAX_VALUE),
          "persons", Bounds.of(0, Integer.MAX_VALUE));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fen div persons|divides by zero where persons is 0",
        "fen % persons|divides by zero where persons is 0",
        "area / persons|divides by zero",
        "area / (persons - 1)|divides by zero",
        "case when persons >= 0 then fen div persons end|divides by zero where persons is 0",
        "fen * fen * fen|is too large for 38 digits",
        "cast(fen as int)|is too large for int32",
        "fen div cast(persons * 0 as decimal(5,0))|divides by zero"
      })
  void shouldWarnOfWhatCanFail(String sql, String warning) {
    assertThat(said(sql, null)).singleElement().asString().contains(warning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fen + fen + fen + fen",
        "fen * persons",
        "fen div nullif(persons, 0)",
        "fen div greatest(persons, 1)",
        "fen div 100",
        "if(persons > 0, fen div persons, null)",
        "case when persons = 0 then 0 else fen div persons end",
        "case when persons between 1 and 9 then fen div persons end",
        "case when not (persons <= 0) then fen div persons end",
        "cast(fen as decimal(12,0)) * cast(fen as decimal(12,0)) * persons",
        "cast(least(greatest(fen, 0), 9) as int)",
        "year(day) * 100",
        "persons > 0 and fen div persons > 3"
      })
  void shouldBeSilentWhereNothingCanFail(String sql) {
    assertThat(said(sql, null)).isEmpty();
  }

  @Test
  void shouldKnowWhatTheConditionOfTheRowsSays() {
    assertThat(said("fen div persons", "persons > 0 and fen is not null")).isEmpty();
    assertThat(said("fen div persons", "fen > 0")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "jobs-us", "jobs-poverty"})
  void shouldHaveNothingToWarnOfInOurOwnDefinitions(String jobs) {
    assertThat(warnings(Path.of(jobs))).isEmpty();
  }

  @Test
  void shouldNameTheFileTheLineTheValueAndTheRemedy() throws IOException {
    copy(Path.of("jobs"), folder);
    Path family = folder.resolve("employment.yaml");
    String text = Files.readString(family).replace("sum: wage_fen,", "sum: wage_fen div days,");
    Files.writeString(family, text);
    int line = 1 + (int) text.substring(0, text.indexOf("wage_fen div days")).lines().count() - 1;

    assertThat(warnings(folder))
        .singleElement()
        .asString()
        .contains("employment.yaml:" + line + ": ")
        .contains("divides by zero where days is 0 at measures.wages.sum; divide by nullif(…, 0)");
  }

  private static List<Problem> warnings(Path jobs) {
    Parsed parsed = DefinitionReader.read(jobs);
    assertThat(parsed.problems()).isEmpty();
    Compilation compilation = Compilation.of(parsed.definitions(), parsed.places());
    assertThat(compilation.problems()).isEmpty();
    return compilation.warnings();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static List<String> said(String sql, String where) {
    return Scope.of(ROW, () -> COLUMNS).where(where).failures(sql).stream()
        .map(Diagnostic::what)
        .toList();
  }
}
