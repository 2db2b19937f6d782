package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countywise.sink.postgres.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every SQL of {@code docs/bi.md} runs and finds something, and what some of it finds is known. */
@Tag("server")
class BiRecipesTest {
  private static final Path PAGE = Path.of("docs/bi.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```sql *(?<engine>\\w*)\\n(?<sql>.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern QUESTION =
      Pattern.compile(
          "^\\*\\*(?<asked>[^*]+\\?)\\*\\*[^`]*(?:`(?!``)[^`]*`[^`]*)*```sql\\n(?<sql>.*?)^```",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** Rows that an answer must have, by the first words of its question. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "How did out-migrant",
          List.of("2020-07-01|14|null|A", "2020-08-01|15|1|A", "2020-09-01|16|1|A"),
          "Which counties have not",
          List.of(
              "520526|威宁彝族回族苗族自治县|Weining Yi Hui and Miao Autonomous County|3|employed_labour, employment_rate, migrant_labour"),
          "Which counties meet",
          List.of("522632|榕江县|t|t|t|t|t|1.25|A", "522633|从江县|f|f|t|f|t|4.5|A"),
          "Which counties left",
          List.of("520526|威宁彝族回族苗族自治县|migrant_labour|142|O"));

  private static LocalPostgres server;

  @TempDir private Path folder;

  @BeforeAll
  static void exportBothReleases() {
    server = LocalPostgres.start();
    PostgresExports exports = new PostgresExports(server);
    exports.write("r0001", "countywise_before", step -> {});
    exports.write("r0002", "countywise", step -> {});
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> shouldAnswerTheQuestion() throws IOException {
    Matcher questions = QUESTION.matcher(Files.readString(PAGE));
    List<DynamicTest> tests = new ArrayList<>();
    while (questions.find()) {
      String asked = questions.group("asked");
      String sql = questions.group("sql");
      tests.add(DynamicTest.dynamicTest(asked, () -> answer(asked, sql)));
    }
    assertThat(tests).as("questions with SQL").hasSize(12);
    assertThat(blocks("")).as("SQL without a question").hasSize(12);
    return tests.stream();
  }

  private static void answer(String asked, String sql) {
    List<String> rows = server.rows(sql);

    assertThat(rows).isNotEmpty().allMatch(row -> row.contains("|"));
    KNOWN.entrySet().stream()
        .filter(known -> asked.startsWith(known.getKey()))
        .forEach(known -> assertThat(rows).containsAll(known.getValue()));
  }

  @Test
  void shouldKnowOnlyQuestionsOfThePage() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(KNOWN.keySet()).allMatch(question -> page.contains("**" + question));
  }

  @Test
  void shouldFindWhatChangedBetweenTheReleasesAndNothingElse() throws IOException {
    String changes =
        blocks("").stream()
            .filter(sql -> sql.contains("countywise_before"))
            .findFirst()
            .orElseThrow();

    assertThat(server.rows(changes))
        .hasSize(4)
        .anyMatch(row -> row.startsWith("migrant_labour|622926|2020-09||42|null|A|Q"))
        .anyMatch(row -> row.matches("migrant_labour\\|CN\\|2020-09\\|\\|\\d+\\|\\d+\\|A\\|A"))
        .anyMatch(
            row ->
                row.matches(
                    "problems_open\\|CN\\|2020-09\\|category=data\\|\\d+\\|null\\|A\\|null"))
        .anyMatch(
            row ->
                row.matches(
                    "problems_open\\|CN\\|2020-09\\|category=novel\\|null\\|\\d+\\|null\\|A"));
  }

  @Test
  void shouldReadTheExportedFilesWithDuckDb() throws IOException, SQLException {
    Terminal exported =
        Terminal.type(
            "export",
            "-q",
            "--format",
            "parquet",
            "--warehouse",
            PostgresWarehouse.folder(),
            "--out",
            folder.resolve("E").toString());
    assertThat(exported.code()).as(exported.err()).isEqualTo(Exit.DONE);
    List<String> lines =
        blocks("duckdb").get(0).replace("'E/", "'" + folder + "/E/").lines().toList();

    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(lines.get(0));
      ResultSet counties = statement.executeQuery(lines.get(1));
      List<String> codes = new ArrayList<>();
      while (counties.next()) {
        codes.add(counties.getString("region_code") + " " + counties.getString("status"));
      }
      assertThat(codes).contains("522633 A", "520526 O").hasSizeGreaterThan(10);
    }
  }

  @Test
  void shouldReadTheWarehouseWithSpark() throws IOException {
    var spark = PostgresWarehouse.bench().spark();
    List<String> statements =
        Stream.of(blocks("spark").get(0).split(";\\s*"))
            .filter(Predicate.not(String::isBlank))
            .toList();

    assertThat(spark.sql(statements.get(0)).collectAsList()).hasSize(3);
    assertThat(spark.sql(statements.get(1)).first().getLong(0))
        .isEqualTo(PostgresExports.tables("r0001").get("indicator_value").count());
    assertThat(statements).hasSize(2);
  }

  private static List<String> blocks(String engine) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .filter(block -> block.group(1).equals(engine))
        .map(block -> block.group(2))
        .toList();
  }
}
