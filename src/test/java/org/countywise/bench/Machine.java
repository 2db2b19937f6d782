package org.countywise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.package$;
import org.countywise.run.Version;

/**
 * What a figure was measured on, and with which versions.
 *
 * @param memoryBytes null where the system does not tell
 */
record Machine(
    String system,
    String processor,
    int processors,
    Long memoryBytes,
    String java,
    String countywise,
    String spark,
    String duckdb,
    List<String> options) {

  static Machine here(List<String> options) throws SQLException {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        line(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        memory(line(Path.of("/proc/meminfo"), "MemTotal")),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        Version.engine(),
        package$.MODULE$.SPARK_VERSION(),
        duckDb(),
        options.stream().filter(option -> !option.startsWith("-D")).toList());
  }

  private static String duckDb() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  private static Long memory(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? null : Long.parseLong(digits) * 1024;
  }

  /** What follows the colon in the first line that begins with a word; empty without one. */
  private static String line(Path file, String word) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(word))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
