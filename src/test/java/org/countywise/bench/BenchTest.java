package org.countywise.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.compile.Compilation;
import org.countywise.oracle.Oracle;
import org.countywise.parse.DefinitionReader;
import org.countywise.parse.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The parts of the benchmark; what it measures is measured by whoever runs it. */
class BenchTest {
  private static final Usage USAGE = new Usage(12.34, 20.0, 3L << 30);
  private static final Machine MACHINE =
      new Machine(
          "Linux 6", "some processor", 2, 8L << 30, "JVM 17", "0.1", "4.1", "1.5", List.of());

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --scale=0        | --scale is 0.0, but must be above 0 and at most 1, as in --scale 0.01
          --scale=2        | --scale is 2.0, but must be above 0 and at most 1, as in --scale 0.01
          --scale=NaN      | --scale is NaN, but must be above 0 and at most 1, as in --scale 0.01
          --scale=x        | Invalid value for option '--scale': 'x' is not a double
          --scales=1       | Unknown option: '--scales=1'
          --json=no/f.json | cannot write --json no/f.json; name a file in a folder that can be written
          """)
  void shouldRefuseWhatItCannotDoBeforeItBegins(String argument, String said) {
    StringWriter err = new StringWriter();
    CommandLine line = Bench.line().setErr(new PrintWriter(err, true));

    assertThat(line.execute(argument)).isEqualTo(64);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "countywise bench: " + said + "; 'countywise bench --help' says what it understands");
  }

  @Test
  void shouldFitTheTerminalWithGreatNumbers() {
    Result.Work work =
        new Result.Work(
            "one month, empty warehouse",
            new Usage(123456.7, 234567.8, 999L << 30),
            12_345_678_901L,
            999L << 30,
            "DuckDB",
            1234.5,
            List.of());

    String table = ResultTable.of(result(work));

    assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(table)
        .contains("one month, empty warehouse", "12,345,678,901", "1,022,976", "1234.5")
        .contains("DuckDB, full run", "All values agree.");
  }

  @Test
  void shouldNameDifferencesAndSayThatValuesDiffer() {
    Result.Work work =
        new Result.Work("refresh", USAGE, 1, 1, "DuckDB", 1, List.of("a differs", "b differs"));

    assertThat(result(work).agrees()).isFalse();
    assertThat(ResultTable.of(result(work)))
        .contains("Values differ, for example:", "  refresh: a differs", "  refresh: b differs");
  }

  @Test
  void shouldSayWithoutAWordWhereTheSystemDoesNotTell() {
    Result.Work work =
        new Result.Work("refresh", new Usage(1, null, null), 1, 1, "DuckDB", 1, List.of());

    assertThat(ResultTable.of(result(work)))
        .contains("refresh                               1.0         –         –");
  }

  @Test
  void shouldWriteAllOfItForScripts() throws IOException {
    Result.Work work = new Result.Work("refresh", USAGE, 5, 7, "DuckDB", 2.5, List.of());

    JsonNode json = new ObjectMapper().readTree(Bench.json(result(work)));

    assertThat(json.at("/machine/processors").asInt()).isEqualTo(2);
    assertThat(json.at("/scale").asDouble()).isEqualTo(0.01);
    assertThat(json.at("/families")).hasSameSizeAs(Oracle.FAMILIES);
    assertThat(json.at("/works/0/usage/cpu_seconds").asDouble()).isEqualTo(20.0);
    assertThat(json.at("/works/0/usage/peak_bytes").asLong()).isEqualTo(3L << 30);
    assertThat(json.at("/works/0/ratio").asDouble()).isEqualTo(2.5);
    assertThat(json.at("/peers/0/name").asText()).isEqualTo("DuckDB, full run");
  }

  private static Result result(Result.Work work) {
    Result.Peer peer = new Result.Peer("DuckDB, full run", USAGE, Oracle.FAMILIES, List.of());
    return new Result(MACHINE, 0.01, Oracle.FAMILIES, List.of(work), List.of(peer));
  }

  @Test
  void shouldStartTheProductWithoutTestsAndWithTheOptionsOfThisProcess() throws IOException {
    Launch launch = new Launch(Path.of("").toAbsolutePath(), List.of("-Xmx1g", "-Da=b"));

    assertThat(launch.product("run", "--quiet"))
        .startsWith(
            Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx1g", "-Da=b")
        .endsWith("org.countywise.cli.Main", "run", "--quiet")
        .noneMatch(word -> word.contains("test-classes"));
    assertThat(launch.program(DuckDb.class, "D"))
        .endsWith("org.countywise.bench.DuckDb", "D")
        .anyMatch(word -> word.contains("test-classes"));
  }

  @Test
  void shouldMeasureAProcessOfItsOwn() throws IOException, InterruptedException {
    Child.Ended ended =
        Child.run(
            List.of("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done"),
            folder);

    assertThat(ended.out()).isEqualTo("done\n");
    assertThat(ended.usage().seconds()).isPositive();
    if (Files.exists(Path.of("/proc/self/stat"))) {
      assertThat(ended.usage().cpuSeconds()).isPositive();
      assertThat(ended.usage().peakBytes()).isGreaterThan(1 << 16);
    }
  }

  @Test
  void shouldSayWhatItIsMeasuredOn() throws SQLException {
    Machine machine = Machine.here(List.of("-Xmx1g", "-Dsecret=word"));

    assertThat(machine.options()).containsExactly("-Xmx1g");
    assertThat(machine.processors()).isPositive();
    assertThat(machine.countywise()).isNotBlank();
    assertThat(List.of(machine.java(), machine.spark(), machine.duckdb()))
        .allSatisfy(version -> assertThat(version).matches(".*[0-9]+[.][0-9]+.*"));
  }

  @Test
  void shouldSayWhatAFailedProcessSaid() {
    assertThatThrownBy(() -> Child.run(List.of("sh", "-c", "echo broken >&2; exit 3"), folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("broken");
  }

  @Test
  void shouldAddAnIndicatorThatTheDefinitionsAllow() throws IOException {
    Path copy = folder.resolve("jobs");
    Changes.addIndicator(Path.of("jobs"), copy);

    Parsed parsed = DefinitionReader.read(copy);
    assertThat(Compilation.of(parsed.faultless(), parsed.places()).problems()).isEmpty();
    assertThat(Compilation.plan(parsed.definitions(), List.of("employment")).indicators())
        .extracting(of -> of.indicator())
        .contains("well_paid_labour");
  }

  @Test
  void shouldHaveAPlainQueryForEveryIndicatorOfItsFamilies() throws IOException {
    Set<String> queried = new TreeSet<>();
    PlainQuery.all("'2020-07'").stream()
        .filter(query -> !query.family().isEmpty())
        .forEach(query -> queried.add(query.name()));

    assertThat(PlainQuery.families())
        .containsExactly("registry", "employment", "public-posts", "industry");
    Set<String> defined = new TreeSet<>();
    PlainQuery.families().stream()
        .map(DefinitionReader.read(Path.of("jobs")).definitions().families()::get)
        .forEach(family -> defined.addAll(family.indicators().keySet()));
    assertThat(queried).isEqualTo(defined);
  }
}
