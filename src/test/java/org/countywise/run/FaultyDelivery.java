package org.countywise.run;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;

/** A copy of the sample in which September 2020 is given faults, and a warehouse for it. */
final class FaultyDelivery {
  static final String MONTH = "period=2020-09";

  private final Workbench.Bench bench;
  private final Path folder;

  /**
   * A copy without a fault yet, beside an empty warehouse.
   *
   * @param name of the folder of both
   */
  FaultyDelivery(String name) {
    bench = Workbench.bench(name);
    folder = Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));
  }

  Workbench.Bench bench() {
    return bench;
  }

  /** The folder of a dataset's month. */
  Path partition(String dataset) {
    return folder.resolve(dataset).resolve(MONTH);
  }

  /** The file of a dataset's month. */
  Path onlyFile(String dataset) {
    try (Stream<Path> files = Files.list(partition(dataset))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the rows of the month. */
  void write(String dataset, UnaryOperator<Dataset<Row>> change) {
    Without.rewrite(bench.spark(), partition(dataset), change);
  }

  /** Changes the rows of a dataset that has no months. */
  void writeReference(String dataset, UnaryOperator<Dataset<Row>> change) {
    Without.rewrite(bench.spark(), folder.resolve(dataset), change);
  }

  /** Lets a county announce twice as many rows. */
  void announceTwice(String dataset, String county) {
    String twice = "if(dataset = '%s' and county_code = '%s', 2 * row_count, row_count)";
    write("delivery", rows -> rows.withColumn("row_count", expr(twice.formatted(dataset, county))));
  }

  /** Turns a quarter of a file's bytes over, which its pages lie in. */
  void damagePages(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = bytes.length / 4; i < bytes.length / 2; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a family of the month. */
  Outcome run(String family) {
    return bench.run(folder, "jobs", List.of(YearMonth.of(2020, 9)), family);
  }

  static List<Finding> blockers(Outcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .toList();
  }

  static List<String> messages(Outcome outcome, String rule) {
    return outcome.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(Finding::message)
        .toList();
  }
}
