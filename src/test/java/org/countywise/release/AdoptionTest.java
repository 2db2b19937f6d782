package org.countywise.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.report.Manifest;
import org.countywise.report.PlainManifest;
import org.countywise.table.IndicatorValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A warehouse that lies elsewhere than it was written is recognised, and made whole there. */
class AdoptionTest {
  private static final Table VALUES = Table.published("indicator_value");
  private static final Table PERIODS = Table.published("dim_period");
  private static final int KEEP = 36;

  private final Path folder = Workbench.bench("adoption").folder().toAbsolutePath();
  private final Path old = folder.resolve("old");
  private final Path here = folder.resolve("here 新");

  @Test
  void shouldRefuseOneThatWasMovedAndMakeItWholeThere() throws IOException {
    publish(old, 1);
    publish(old, 2);
    Files.move(old, here);

    assertThatThrownBy(() -> open(here))
        .isInstanceOf(MovedException.class)
        .hasMessage(
            "the warehouse %s was written as %s and has been moved, copied or restored since: its"
                + " tables still name the files of the old place, so nothing is read; 'countywise"
                + " releases --warehouse %s --adopt' makes it whole where it lies",
            here, old, here);

    assertThat(Warehouse.adopt(session(here))).isEmpty();

    assertThat(open(here).releases()).extracting(Warehouse.Listed::readable).containsOnly(true);
    assertThat(shown(here, "r0001")).isEqualTo("1 of r0001 1");
    assertThat(shown(here, "")).isEqualTo("2 of r0002 2");
    assertThat(tagged(here, "r0001")).isEqualTo("1");
    assertThat(tagged(here, "r0002")).isEqualTo("2");
    assertThat(metadata(here)).isNotEmpty().noneMatch(text -> text.contains(old + "/"));
    publish(here, 3);
    assertThat(shown(here, "")).isEqualTo("3 of r0003 3");
    assertThat(Files.exists(old)).as("anything at the old place").isFalse();
  }

  @Test
  void shouldLetACopyLiveApart() throws IOException {
    publish(old, 1);
    copy(old, here);
    assertThatThrownBy(() -> open(here)).isInstanceOf(MovedException.class);

    Warehouse.adopt(session(here));
    publish(here, 2);
    publish(old, 3);
    open(old).settle(1);

    assertThat(shown(here, "r0001")).as("what the original let go").isEqualTo("1 of r0001 1");
    assertThat(shown(here, "")).isEqualTo("2 of r0002 2");
    assertThat(shown(old, "")).isEqualTo("3 of r0002 3");
  }

  @Test
  void shouldForgetADraftThatABackupHolds() throws IOException {
    publish(old, 1);
    try (Draft unfinished = draft(open(old), 2)) {
      copy(old, here);
      assertThat(unfinished.release()).isEqualTo("r0002");
    }

    assertThat(Warehouse.adopt(session(here))).isEmpty();

    assertThat(shown(here, "")).isEqualTo("1 of r0001 1");
    publish(here, 3);
    assertThat(shown(here, "")).isEqualTo("3 of r0002 3");
  }

  @Test
  void shouldTakeBackAReleaseOfWhichABackupHoldsAPart() throws IOException {
    publish(old, 1);
    Set<Path> first = Set.copyOf(files(old));
    publish(old, 2);
    copy(old, here);
    for (Path file : files(old)) {
      if (file.startsWith(old.resolve("published/indicator_value/data"))
          && !first.contains(file)
          && file.toString().endsWith(".parquet")) {
        Files.write(here.resolve(old.relativize(file)), new byte[] {'P', 'A', 'R', '1'});
      }
    }

    assertThat(Warehouse.adopt(session(here))).containsExactly("r0002");

    assertThat(shown(here, "")).isEqualTo("1 of r0001 1");
    assertThat(session(here).table("countywise.published.dim_period.refs").collectAsList())
        .extracting(row -> row.getString(0))
        .doesNotContain("r0002");
    publish(here, 3);
    assertThat(shown(here, "")).isEqualTo("3 of r0002 3");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldTakeBackAReleaseOfWhichOnlyFilesOfDataAreMissing(boolean inPlace) throws IOException {
    publish(old, 1);
    Set<Path> first = Set.copyOf(files(old));
    publish(old, 2);
    for (Path file : files(old)) {
      if (file.startsWith(old.resolve("published/indicator_value/data")) && !first.contains(file)) {
        Files.delete(file);
      }
    }
    Path restored = inPlace ? old : Files.move(old, here);

    assertThat(Warehouse.adopt(session(restored))).containsExactly("r0002");

    assertThat(shown(restored, "")).isEqualTo("1 of r0001 1");
    publish(restored, 3);
    assertThat(shown(restored, "")).isEqualTo("3 of r0002 3");
  }

  @Test
  void shouldRefuseToAdoptATableThatARunHasWrittenToMeanwhile() throws IOException {
    publish(old, 1);
    TableFolder table =
        new TableFolder(
            new org.apache.hadoop.fs.Path(old + "/published/indicator_value"),
            session(old).sparkContext().hadoopConfiguration());
    TableFolder.Version seen = table.newest().orElseThrow();
    table.stage();
    publish(old, 2);

    assertThatThrownBy(() -> table.replace(seen.number(), seen.metadata()))
        .isInstanceOf(MovedException.class)
        .hasMessage(
            "a run is writing to the warehouse: %s/published/indicator_value changed while it was"
                + " adopted and stays as that run left it; wait until the run has ended, then adopt"
                + " again",
            old);

    assertThat(shown(old, "")).isEqualTo("2 of r0002 2");
    publish(old, 3);
    assertThat(shown(old, "")).isEqualTo("3 of r0003 3");
  }

  @Test
  void shouldRecogniseABackupRestoredInPlaceWhoseTablesAreOlderThanItsManifest()
      throws IOException {
    publish(old, 1);
    Path values = old.resolve("published/indicator_value");
    copy(values, folder.resolve("earlier"));
    publish(old, 2);
    Folders.delete(values);
    Files.move(folder.resolve("earlier"), values);

    assertThatThrownBy(() -> open(old).release(""))
        .isInstanceOf(MovedException.class)
        .hasMessageStartingWith("the newest release, r0002, is not wholly there");
    assertThatThrownBy(() -> open(old).draft()).isInstanceOf(MovedException.class);

    assertThat(Warehouse.adopt(session(old))).containsExactly("r0002");
    assertThat(shown(old, "")).isEqualTo("1 of r0001 1");
  }

  @Test
  void shouldSayWhereNoReleaseIsWhole() throws IOException {
    publish(old, 1);
    copy(old, here);
    Folders.delete(here.resolve("published/indicator_value/data"));

    assertThatThrownBy(() -> Warehouse.adopt(session(here)))
        .hasMessage(
            "no release of this warehouse is wholly there: files of each are missing or cut short;"
                + " restore it from another backup");
  }

  @Test
  void shouldMakeWholeWhateverABackupCaughtWhileARunPublished() throws Exception {
    publish(old, 1);
    ExecutorService run = Executors.newSingleThreadExecutor();
    try {
      Future<?> publishing =
          run.submit(
              () -> {
                for (int value = 2; value <= 6; value++) {
                  publish(old, value);
                }
              });
      List<Path> backups = new ArrayList<>();
      while (!publishing.isDone()) {
        backups.add(folder.resolve("backup" + backups.size()));
        copy(old, backups.get(backups.size() - 1));
        Thread.sleep(300);
      }
      publishing.get();
      assertThat(backups).hasSizeGreaterThan(2);
      for (Path backup : backups.subList(0, Math.min(6, backups.size()))) {
        Warehouse.adopt(session(backup));
        assertThat(shown(backup, "")).matches("(\\d+) of r000\\1 \\1");
      }
    } finally {
      run.shutdownNow();
    }
  }

  @Test
  void shouldWriteAnewTheNameOfTheNewestVersionThatABackupCaughtBetweenTwo() throws IOException {
    publish(old, 1);
    copy(old, here);
    Files.writeString(here.resolve("published/indicator_value/metadata/version-hint.text"), "1");

    assertThat(Warehouse.adopt(session(here))).isEmpty();

    assertThat(shown(here, "")).isEqualTo("1 of r0001 1");
  }

  @Test
  void shouldCompleteAnAdoptionThatWasInterrupted() throws IOException {
    publish(old, 1);
    Path table = old.resolve("published/run_manifest");
    copy(table.resolve("metadata"), table.resolve("metadata.before"));
    Files.move(table.resolve("metadata"), table.resolve("metadata.next"));

    assertThatThrownBy(() -> open(old))
        .isInstanceOf(MovedException.class)
        .hasMessageStartingWith("the adoption of the warehouse " + old + " was interrupted");

    assertThat(Warehouse.adopt(session(old))).isEmpty();
    assertThat(shown(old, "")).isEqualTo("1 of r0001 1");
    assertThat(table.resolve("metadata.before")).doesNotExist();
  }

  @Test
  void shouldReachOneWarehouseByALinkAndByItsName() throws IOException {
    Files.createDirectories(here);
    Path link = Files.createSymbolicLink(folder.resolve("link"), here);

    publish(link, 1);
    publish(here, 2);

    assertThat(shown(link, "r0001")).isEqualTo("1 of r0001 1");
    assertThat(shown(Path.of("file:" + link), "")).isEqualTo("2 of r0002 2");
    Files.delete(link);
    assertThat(shown(here, "r0001")).as("without the link").isEqualTo("1 of r0001 1");
  }

  private static SparkSession session(Path warehouse) {
    return Workbench.session(Warehouse.settings(warehouse.toString()));
  }

  private static Warehouse open(Path warehouse) {
    return Warehouse.open(session(warehouse));
  }

  private static void publish(Path place, int value) {
    Warehouse warehouse = open(place);
    try (Draft draft = draft(warehouse, value)) {
      draft.publish(PlainManifest.PLANNED, PlainManifest.CONTENTS);
    }
    warehouse.settle(KEEP);
  }

  private static Draft draft(Warehouse warehouse, int value) {
    Draft draft = warehouse.draft();
    Row row =
        RowFactory.create(
            "posts",
            "CN",
            "nation",
            "2020-07",
            "",
            (double) value,
            new BigDecimal(value).setScale(6),
            null,
            "A",
            draft.release());
    draft.replaceValues(
        VALUES,
        warehouse.rows(List.of(row), IndicatorValue.SCHEMA),
        List.of("2020-07"),
        Set.of("posts"));
    draft.merge(PERIODS, period(warehouse, value));
    return draft;
  }

  private static Dataset<Row> period(Warehouse warehouse, int value) {
    return warehouse
        .rows(List.of(RowFactory.create("x")), any())
        .select(
            functions.lit("2020-07").as("period"),
            functions.lit(String.valueOf(value)).as("value"));
  }

  private static StructType any() {
    return new StructType().add("any", "string");
  }

  /** The value, its release, and the value that the period's row of the same release repeats. */
  private static String shown(Path place, String wished) {
    Warehouse warehouse = open(place);
    Manifest release = warehouse.release(wished);
    Row value = warehouse.read(VALUES, release).orElseThrow().first();
    String repeated = warehouse.read(PERIODS, release).orElseThrow().first().getString(1);
    return (int) value.getDouble(5) + " of " + value.getString(9) + " " + repeated;
  }

  private static String tagged(Path place, String tag) {
    Row value = session(place).read().option("versionAsOf", tag).table(VALUES.path()).first();
    return String.valueOf((int) value.getDouble(5));
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> metadata(Path place) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files(place)) {
      if (file.toString().contains("/metadata/")) {
        texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  /** As a backup does it: file by file, whatever comes and goes meanwhile. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(from)) {
      for (Path child : children) {
        Path copied = to.resolve(child.getFileName());
        if (Files.isDirectory(child)) {
          copy(child, copied);
        } else {
          copyFile(child, copied);
        }
      }
    }
  }

  private static void copyFile(Path file, Path copied) throws IOException {
    try {
      Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException gone) {
      assertThat(file).doesNotExist();
    }
  }
}
