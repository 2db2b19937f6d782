package org.countywise.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.countywise.Workbench;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;

/** Readers see the old release or the new one, whatever becomes of the run that writes it. */
public class AtomicReleaseTest {
  private static final Table VALUES = Table.published("indicator_value");
  private static final Table PERIODS = Table.published("dim_period");
  private static final int KEEP = 36;

  private final Workbench.Bench bench = newBench();
  private final Warehouse warehouse = bench.warehouse();

  /** An empty warehouse; tests of other storage have others. */
  protected Workbench.Bench newBench() {
    return Workbench.bench("atomic");
  }

  @Test
  void shouldShowNothingWhereTheFirstRunBrokeOff() {
    breakOff("2020-07", 1);

    assertThatThrownBy(() -> warehouse.release(""))
        .hasMessage("nothing is published in this warehouse yet; run 'countywise run' first");

    publish("2020-08", 2);

    assertThat(shown("")).containsExactly("2020-08 2");
  }

  @Test
  void shouldShowTheOldReleaseWhereTheNextBrokeOffAndForgetWhatThatWrote() {
    publish("2020-07", 1);
    breakOff("2020-08", 2);

    assertThat(shown("")).containsExactly("2020-07 1");
    assertThat(head()).containsExactly("2020-07 1");

    publish("2020-09", 3);

    assertThat(shown("")).containsExactly("2020-07 1", "2020-09 3");
    assertThat(head()).containsExactly("2020-07 1", "2020-09 3");
    assertThat(bench.published("dim_period").count()).isEqualTo(2);
    assertThat(shown("r0001")).containsExactly("2020-07 1");
  }

  @Test
  void shouldShowTheNewReleaseToEverybodyThoughItsRunDiedRightAfterPublishing() {
    publish("2020-07", 1);
    try (Draft draft = draft("2020-07", 2)) {
      publish(draft);
    }
    assertThat(shown("")).as("release").containsExactly("2020-07 2");
    assertThat(head()).as("head, before anybody settles it").containsExactly("2020-07 1");

    warehouse.settle(KEEP);

    assertThat(head()).as("head").containsExactly("2020-07 2");
  }

  @Test
  void shouldLetOneOfTwoRunsPublishAndTellTheOther() {
    publish("2020-07", 1);
    try (Draft late = draft("2020-07", 2)) {
      publish("2020-07", 3);

      assertThatThrownBy(() -> publish(late))
          .isInstanceOf(RaceException.class)
          .hasMessage(
              "another run published release r0002 in this warehouse while this one computed;"
                  + " nothing of this run is published: run it again, it then builds on that release");
    }
    assertThat(shown("")).containsExactly("2020-07 3");
    publish("2020-07", 4);
    assertThat(shown("")).containsExactly("2020-07 4");
    assertThat(warehouse.releases()).hasSize(3);
  }

  @Test
  void shouldLetOneOfTwoFirstRunsPublish() {
    try (Draft late = draft("2020-07", 2)) {
      publish("2020-07", 1);

      assertThatThrownBy(() -> publish(late)).isInstanceOf(RaceException.class);
    }
    assertThat(shown("")).containsExactly("2020-07 1");
  }

  @Test
  void shouldShowOnlyWholeReleasesToAReaderWhileTenArePublished() throws Exception {
    publish("2020-07", 1);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<List<String>> torn =
          reader.submit(
              () -> {
                List<String> seen = new ArrayList<>();
                while (!done.get()) {
                  seen.add(look());
                }
                seen.add(look());
                return seen;
              });
      for (int value = 2; value <= 11; value++) {
        publish("2020-07", value);
      }
      done.set(true);
      assertThat(torn.get())
          .hasSizeGreaterThan(10)
          .allSatisfy(seen -> assertThat(seen).matches("(\\d+) of r\\d+ \\1"))
          .last()
          .isEqualTo("11 of r0011 11");
    } finally {
      reader.shutdownNow();
    }
  }

  /** The value and the value that the period's row of the same release repeats. */
  private String look() {
    Manifest release = warehouse.release("");
    String value = warehouse.read(VALUES, release).orElseThrow().first().getDouble(5) + "";
    String repeated = warehouse.read(PERIODS, release).orElseThrow().first().getString(1);
    return value.replace(".0", "") + " of " + release.release() + " " + repeated;
  }

  @Test
  void shouldKeepAsManyReleasesAsWantedAndSayWhichCanBeRead() {
    for (int value = 1; value <= 4; value++) {
      publish("2020-07", value);
    }

    warehouse.settle(2);

    assertThat(shown("r0003")).containsExactly("2020-07 3");
    assertThat(shown("")).containsExactly("2020-07 4");
    assertThatThrownBy(() -> warehouse.release("r0002"))
        .hasMessage(
            "release 'r0002' has been expired, only its manifest is left; releases that can be read"
                + " are r0003, r0004");
    assertThatThrownBy(() -> warehouse.release("r0009"))
        .hasMessage("unknown release 'r0009'; releases that can be read are r0003, r0004");
    assertThat(warehouse.releases())
        .extracting(Warehouse.Listed::readable)
        .containsExactly(false, false, true, true);
  }

  @Test
  void shouldCloseRestrictedTablesToOthers() throws Exception {
    publish("2020-07", 1);

    Path restricted = bench.folder().resolve("warehouse/restricted");
    assertThat(Files.getPosixFilePermissions(restricted))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
  }

  private void publish(String period, int value) {
    try (Draft draft = draft(period, value)) {
      publish(draft);
    }
    warehouse.settle(KEEP);
  }

  private static void publish(Draft draft) {
    draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
  }

  private Draft draft(String period, int value) {
    Draft draft = warehouse.draft();
    draft.replaceValues(
        VALUES, values(period, value, draft.release()), List.of(period), Set.of("posts"));
    draft.merge(PERIODS, periods(period, value));
    return draft;
  }

  /** Stops after the values are written, as a killed driver or a full disk would. */
  private void breakOff(String period, int value) {
    Draft draft = draft(period, value);
    Dataset<Row> failing =
        periods(period, value)
            .withColumn("period", functions.raise_error(functions.lit("disk full")).cast("string"));
    assertThat(catchThrowable(() -> draft.merge(PERIODS, failing)))
        .hasStackTraceContaining("disk full");
  }

  private Dataset<Row> periods(String period, int value) {
    return bench
        .spark()
        .range(1)
        .select(
            functions.lit(period).as("period"), functions.lit(String.valueOf(value)).as("value"));
  }

  private Dataset<Row> values(String period, int value, String release) {
    Row row =
        RowFactory.create(
            "posts",
            "CN",
            "nation",
            period,
            "",
            (double) value,
            new BigDecimal(value).setScale(6),
            null,
            "A",
            release);
    return bench.spark().createDataFrame(List.of(row), IndicatorValue.SCHEMA);
  }

  private List<String> shown(String release) {
    return rows(bench.table(VALUES, release));
  }

  /** What a reader sees who knows nothing of releases. */
  private List<String> head() {
    return rows(warehouse.lastRun(VALUES));
  }

  private static List<String> rows(Dataset<Row> table) {
    return table
        .orderBy("period")
        .selectExpr("concat(period, ' ', cast(value as int))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
