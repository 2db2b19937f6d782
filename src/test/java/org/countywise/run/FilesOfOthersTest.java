package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.countywise.Workbench;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public files read by definitions that fit them as well as can be: one with a malformed dictionary
 * of names that are not marked as text, one without rows, and one that is sound.
 */
class FilesOfOthersTest {
  private static final List<YearMonth> PERIOD = List.of(YearMonth.of(2020, 9));

  @TempDir private Path folder;

  private Workbench.Bench bench;

  @BeforeEach
  void emptyWarehouse() {
    bench = Workbench.bench("files-of-others");
  }

  @Test
  void shouldNameTheFileWhoseDictionaryIsMalformed() throws IOException {
    String jobs =
        jobs(
            "[name]",
            "right(concat('00000', cast(region_key as string)), 6)",
            "{name: {type: string, role: identifier}, region_key: {type: int32, role: category}}",
            "sum: region_key");

    Outcome outcome = bench.run(delivery("nation.dict-malformed.parquet"), jobs, PERIOD);

    assertThat(outcome.published()).isFalse();
    assertThat(bench.warehouse().latest()).as("release").isEmpty();
    assertThat(outcome.findings())
        .filteredOn(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .extracting(Finding::message)
        .singleElement()
        .isEqualTo(
            "file counted/period=2020-09/given.parquet has damaged pages: its values cannot be read;"
                + " deliver it again");
  }

  @Test
  void shouldReadTheSoundFile() throws IOException {
    Outcome outcome = bench.run(delivery("made_good_control.parquet"), migrants(), PERIOD);

    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
    assertThat(outcome.findings()).isEmpty();
    assertThat(
            bench
                .exact()
                .where("region_code = 'XX'")
                .select("numerator")
                .first()
                .getDecimal(0)
                .longValueExact())
        .isEqualTo(3508212);
  }

  @Test
  void shouldSayThatAFileHasNoRowsAndPublishNothing() throws IOException {
    Outcome outcome = bench.run(delivery("made_zero_rows.parquet"), migrants(), PERIOD);

    assertThat(outcome.published()).isFalse();
    assertThat(bench.warehouse().latest()).as("release").isEmpty();
    assertThat(outcome.findings())
        .extracting(Finding::rule)
        .containsExactly("no_values", "no_rows");
    assertThat(outcome.findings().get(1).line())
        .startsWith("counted 2020-09: the files are there and hold no row; ");
  }

  private String migrants() throws IOException {
    return jobs(
        "[county_code, month]",
        "county_code",
        "{county_code: {type: string, role: region}, month: {type: int64, role: category},"
            + " migrant_workers: {type: int64, role: amount, unit: persons}}",
        "sum: migrant_workers");
  }

  private Path delivery(String file) throws IOException {
    Path given = Workbench.data().resolve("parquet_bad").resolve(file);
    assumeThat(Files.exists(given)).isTrue();
    Path partition = folder.resolve("delivery/counted/period=2020-09");
    Files.createDirectories(partition);
    Files.copy(given, partition.resolve("given.parquet"));
    return folder.resolve("delivery");
  }

  /** Definitions of one dataset and one indicator, without roster or control totals. */
  private String jobs(String key, String region, String columns, String measure)
      throws IOException {
    write(
        "regions.yaml",
        """
        levels:
          - {level: nation, code: XX, title: {en: Nation, zh: 全国}}
          - {level: county, digits: 6, title: {en: County, zh: 县}}
        """);
    write("delivery.yaml", "{unit: county, limits: {unreliable: '0.01', blocked: '0.10'}}");
    write(
        "datasets/counted.yaml",
        """
        dataset: counted
        title: {en: Counted, zh: 计数}
        kind: snapshot
        grain: one row per thing
        key: %s
        files: counted/period={period}/*.parquet
        region: "%s"
        columns: %s
        """
            .formatted(key, region, columns));
    write(
        "count.yaml",
        """
        family: count
        title: {en: Count, zh: 计数}
        measures:
          counted: {view: counted, unit: things, %s}
        indicators:
          counted: {title: {en: Counted, zh: 计数}, unit: things, numerator: counted}
        """
            .formatted(measure));
    return folder.resolve("jobs").toString();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve("jobs").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
