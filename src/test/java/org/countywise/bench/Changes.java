package org.countywise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happens to a delivery and to definitions between two works. */
final class Changes {
  private static final String CORRECTED = "employment/period=2020-07";

  /** One county's wages, a yuan higher. */
  private static final String CORRECTION =
      """
      copy (select * replace (
          case when village_code[1:6] = (select min(village_code[1:6]) from read_parquet('%1$s'))
            then wage_fen + 100 else wage_fen end as wage_fen)
        from read_parquet('%1$s')) to '%2$s' (format parquet)
      """;

  private static final Map<String, String> ADDED =
      Map.of(
          "\nindicators:\n",
          """

          indicators:
            well_paid_labour:
              title: {en: Persons with a wage of 2000 yuan or more, zh: 工资2000元以上人数}
              unit: persons
              numerator: well_paid_labour
          """,
          "\nmeasures:\n",
          """

          measures:
            well_paid_labour: {view: worker, count: rows, where: wage_fen >= 200000, unit: persons}
          """,
          "\n    expect:\n",
          """

              expect:
                - {indicator: well_paid_labour, region: CN, value: 3}
          """);

  private Changes() {}

  /** Rewrites one file of a month with other wages of one county. */
  static void correctOneCounty(Path delivery) throws IOException, SQLException {
    Path file = firstFile(delivery.resolve(CORRECTED));
    Path corrected = file.resolveSibling("corrected.new");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(CORRECTION.formatted(quoted(file), quoted(corrected)));
    }
    Files.move(corrected, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }

  private static Path firstFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .min(Comparator.naturalOrder())
          .orElseThrow(() -> new IllegalStateException("no Parquet file in " + folder));
    }
  }

  private static String quoted(Path file) {
    return file.toString().replace("'", "''");
  }

  /** A copy of the definitions with one more indicator of employment, and its example. */
  static void addIndicator(Path jobs, Path copy) throws IOException {
    copy(jobs, copy);
    Path family = copy.resolve("employment.yaml");
    String text = Files.readString(family);
    for (Map.Entry<String, String> added : ADDED.entrySet()) {
      if (!text.contains(added.getKey())) {
        throw new IllegalStateException(
            family + " has no line '" + added.getKey().strip() + "' to add an indicator after");
      }
      text = text.replaceFirst(added.getKey(), added.getValue());
    }
    Files.writeString(family, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }
}
