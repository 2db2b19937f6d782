package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.definition.Dataset;
import org.countywise.release.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every identifier of a delivery is made recognisable, and names of people are put where clerks put
 * them by mistake: none of it is found in anything but restricted tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {
  private static final long PLANTED = 900_000_000_000_000L;
  private static final String NAME = "李雷韩梅梅";
  private static final Pattern PERSONAL = Pattern.compile("90000\\d{10}|9\\.0000\\d*E14|" + NAME);

  private Workbench.Bench bench;
  private final Map<String, String> said = new TreeMap<>();

  @BeforeAll
  void runEverything() throws SQLException {
    bench = Workbench.bench("personal");
    Path delivery = planted();
    type(
        "run",
        "run",
        "--delivery",
        delivery.toString(),
        "--period",
        "2020-09",
        "registry",
        "employment",
        "monitoring");
    type("show", "show", "--period", "2020-09");
    type("report", "report", "--out", bench.folder().resolve("out").toString());
    type("releases", "releases", "--json");
    type(
        "explain",
        "explain",
        "migrant_labour",
        "--region",
        "451028",
        "--period",
        "2020-09",
        "--delivery",
        delivery.toString());
    for (String format : List.of("csv", "parquet", "sdmx-csv", "xlsx")) {
      type(
          "export " + format,
          "export",
          "--format",
          format,
          "--out",
          bench.folder().resolve("out/" + format).toString());
    }
    type(
        "alerts --pseudonyms",
        "alerts",
        "--pseudonyms",
        "--period",
        "2020-09",
        "--csv",
        bench.folder().resolve("out/alerts.csv").toString(),
        "--html",
        bench.folder().resolve("out/alerts.html").toString());
    Path later = Folders.copy(delivery, bench.folder().resolve("delivery-later"));
    rewrite(
        later.resolve("household/period=2020-09"),
        List.of("if(household_id % 10 = 0, 'general', registration) as registration"),
        "*");
    type("later run", "run", "--delivery", later.toString(), "--period", "2020-09", "employment");
    type("diff", "diff", "--from", "r0001", "--to", "r0002", "--restricted");
    spoil(delivery);
    type(
        "refused run", "run", "--delivery", delivery.toString(), "--period", "2020-09", "registry");
  }

  @Test
  void shouldHaveDoneWhatIsSearched() {
    assertThat(said.get("run")).contains("r0001", "rejected");
    assertThat(said.get("refused run")).contains("2020-09");
    assertThat(said.get("explain")).contains("migrant_labour");
    assertThat(said.get("alerts --pseudonyms")).contains("under pseudonyms");
    assertThat(bench.folder().resolve("out/alerts.csv"))
        .content()
        .containsPattern("[0-9a-f]{32}")
        .contains("low_income");
    assertThat(bench.folder().resolve("out/alerts.html")).content().containsPattern("[0-9a-f]{32}");
    assertThat(said.get("later run")).contains("r0002");
    assertThat(said.get("diff")).contains("employment_rate", "corrected records");
    assertThat(bench.warehouse().releases()).hasSize(2);
  }

  @Test
  void shouldKeepThemInRestrictedTables() {
    for (String table : List.of("alert", "rejected_row")) {
      assertThat(cells(bench.table(Table.restricted(table), "r0001")))
          .as(table)
          .anyMatch(cell -> PERSONAL.matcher(cell).find());
    }
  }

  @Test
  void shouldSayNothingOfThemOnTheTerminal() {
    said.forEach((command, text) -> assertThat(found(text)).as(command).isEmpty());
  }

  @Test
  void shouldPublishNothingOfThem() {
    for (String table :
        List.of(
            "indicator_value",
            "dim_region",
            "dim_indicator",
            "dim_period",
            "revision",
            "definition_file",
            "run_manifest")) {
      assertThat(cells(bench.warehouse().lastRun(Table.published(table))))
          .as(table)
          .isNotEmpty()
          .noneMatch(cell -> PERSONAL.matcher(cell).find());
    }
  }

  @Test
  void shouldWriteNothingOfThemBesideRestrictedTables() throws IOException {
    Path restricted = bench.folder().resolve("warehouse/restricted");
    List<Path> files = new ArrayList<>(List.of(Workbench.log()));
    try (Stream<Path> all = Files.walk(bench.folder())) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(restricted))
          .filter(file -> !file.startsWith(bench.folder().resolve("delivery")))
          .filter(file -> !file.startsWith(bench.folder().resolve("delivery-later")))
          .forEach(files::add);
    }
    assertThat(files)
        .anyMatch(file -> file.toString().endsWith(".md"))
        .anyMatch(file -> file.toString().endsWith(".csv"))
        .anyMatch(file -> file.toString().endsWith(".xlsx"))
        .anyMatch(file -> file.toString().endsWith(".json"))
        .allSatisfy(
            file -> {
              assertThat(found(file.toString())).as("name").isEmpty();
              assertThat(found(text(file))).as("content").isEmpty();
            });
  }

  private void type(String name, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--warehouse", bench.folder().resolve("warehouse").toString()));
    Terminal terminal = Terminal.type(all.toArray(String[]::new));
    said.put(name, terminal.out() + terminal.err());
  }

  /** The sample with other identifiers, a column of names, and names in columns of codes. */
  private Path planted() throws SQLException {
    Path delivery = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
    for (Dataset dataset : Workbench.definitions("jobs").datasets().values()) {
      List<String> changes = new ArrayList<>();
      dataset
          .columns()
          .forEach(
              (name, column) -> {
                if (column.role().toString().equalsIgnoreCase("identifier")) {
                  changes.add("%s + %d as %s".formatted(name, PLANTED, name));
                }
              });
      rewrite(delivery.resolve(dataset.dataset()), changes, "*");
    }
    Path person = delivery.resolve("person/period=2020-09");
    rewrite(person, List.of(), "*, '" + NAME + "' as name");
    rewrite(
        person,
        List.of(
            "if(village_code[1:6] = '451028' and person_id % 9 = 0, '" + NAME + "', sex) as sex"),
        "*");
    return delivery;
  }

  /** So much that nothing is published. */
  private void spoil(Path delivery) throws SQLException {
    rewrite(
        delivery.resolve("person/period=2020-09"),
        List.of("if(person_id % 2 = 0, '" + NAME + "', sex) as sex"),
        "*");
    rewrite(
        delivery.resolve("household/period=2020-09"),
        List.of(PLANTED + " + 1 as household_id"),
        "*");
  }

  private static void rewrite(Path folder, List<String> changes, String columns)
      throws SQLException {
    String read = changes.isEmpty() ? columns : "* replace (" + String.join(", ", changes) + ")";
    List<Path> files;
    try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      files = all.filter(file -> file.toString().endsWith(".parquet")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Path file : files) {
        Path other = file.resolveSibling("planted.tmp");
        statement.execute(
            "copy (select %s from read_parquet('%s', hive_partitioning = false)) to '%s' (format parquet)"
                .formatted(read, file, other));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(org.apache.spark.sql.Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString("\t")).toList();
  }

  private static List<String> found(String text) {
    return PERSONAL.matcher(text).results().map(MatchResult::group).distinct().limit(3).toList();
  }

  private static String text(Path file) {
    try {
      return file.toString().endsWith(".xlsx")
          ? unpacked(file)
          : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unpacked(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
