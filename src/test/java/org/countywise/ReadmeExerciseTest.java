package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.countywise.compile.Compilation;
import org.countywise.definition.Family;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.countywise.plan.Derivation;
import org.countywise.report.Outcome;
import org.countywise.report.Problem;
import org.countywise.run.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An indicator is added as jobs/README.md says: by its five steps, without a line of Java. */
class ReadmeExerciseTest {
  private static final Path FOLDER = Path.of("target/workbench/readme-exercise");

  private ReadmeExercise exercise;

  @BeforeEach
  void copyTheShippedDefinitions() {
    exercise = ReadmeExercise.in(FOLDER);
  }

  @Test
  void shouldFindTheReferenceInPlace() {
    assertThat(FOLDER.resolve("datasets/employment.yaml"))
        .content()
        .contains("\nreferences:\n")
        .contains(ReadmeExercise.reference());
  }

  @Test
  void shouldAskForAnExpectationUntilThereIsOne() {
    exercise.defined();

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("migrant_women_share")
        .contains("expect");
  }

  @Test
  void shouldHaveNoProblemAndComeTrue() {
    exercise.defined().given().expected();

    List<Examples.Result> results = examples();

    assertThat(problems()).isEmpty();
    assertThat(results).allSatisfy(r -> assertThat(r.differences()).as(r.title()).isEmpty());
    assertThat(results.get(0).expectations())
        .as("expectations of the first example, one of them new")
        .isEqualTo(firstExample(Path.of("jobs")).expect().size() + 1);
  }

  @Test
  void shouldTakeEverybodyForAWomanWhoseSexIsLeftOut() {
    exercise.defined().expected();

    assertThat(examples().get(0).differences())
        .allMatch(said -> said.startsWith("migrant_women_share of 522633: "))
        .anyMatch(said -> said.contains("value is 100, expected 50"));
  }

  @Test
  void shouldLeaveEveryOtherIndicatorAsItIs() {
    List<Derivation> before =
        Compilation.plan(Workbench.definitions("jobs"), List.of()).indicators();
    exercise.defined().given().expected();

    List<Derivation> after =
        Compilation.plan(Workbench.definitions(FOLDER.toString()), List.of()).indicators();

    assertThat(after).as("indicators with what they need").containsAll(before);
    assertThat(after).hasSize(before.size() + 1);
  }

  @Test
  void shouldPublishTheIndicatorOfADelivery() throws SQLException {
    exercise.defined().given().expected();
    Workbench.Bench bench = Workbench.bench("readme-exercise-run");

    Outcome outcome =
        bench.run(
            Workbench.sample(), FOLDER.toString(), List.of(YearMonth.of(2020, 7)), "employment");

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(published(bench)).isEqualTo(counted(Workbench.sample()));
  }

  @Test
  void shouldSayWhatTheReadmeQuotesOfAMisspeltKey() {
    exercise.defined().given().expected().misspelt();

    List<Problem> problems = DefinitionReader.read(FOLDER).problems();

    assertThat(problems).as("the one misspelt key").hasSize(1);
    assertThat(ReadmeExercise.README)
        .contains("\n" + problems.get(0).toString().replace(FOLDER.toString(), "jobs") + "\n");
  }

  private static List<Problem> problems() {
    Parsed parsed = DefinitionReader.read(FOLDER);
    assertThat(parsed.problems()).isEmpty();
    return Compilation.of(parsed.definitions(), parsed.places()).problems();
  }

  private static List<Examples.Result> examples() {
    return new Examples(Workbench.session(Map.of()), Workbench.definitions(FOLDER.toString()))
        .run(List.of("employment"));
  }

  private static Family.Example firstExample(Path jobs) {
    return Workbench.definitions(jobs.toString()).families().get("employment").examples().get(0);
  }

  /** Women and all among the nation's migrants, as published. */
  private static List<Long> published(Workbench.Bench bench) {
    Row row =
        bench
            .exact()
            .where("indicator = 'migrant_women_share' and region_code = 'CN'")
            .selectExpr("cast(numerator as bigint)", "cast(denominator as bigint)")
            .first();
    return List.of(row.getLong(0), row.getLong(1));
  }

  /** The same by another database. */
  private static List<Long> counted(Path delivery) throws SQLException {
    String sql =
        """
        select count(*) filter (sex = 'female'), count(*)
        from '%1$s/employment/period=2020-07/*.parquet' job
        join '%1$s/household/period=2020-07/*.parquet' home using (household_id)
        left join '%1$s/person/period=2020-07/*.parquet' person using (person_id)
        where channel = 'migrant' and registration in ('registered_poor', 'exited')
        """;
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet result = statement.executeQuery(sql.formatted(delivery))) {
      result.next();
      return List.of(result.getLong(1), result.getLong(2));
    }
  }
}
