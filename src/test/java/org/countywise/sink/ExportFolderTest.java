package org.countywise.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.countywise.sink.ReleaseTables.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of an export: seen as it was or as it is, never half, and nobody else's. */
class ExportFolderTest {
  private static final int EXPORTS = 100;

  @TempDir private Path disk;

  @Test
  void shouldShowTwoTablesOfOneExportAtAnyMoment() throws IOException {
    Path root = disk.resolve("E");
    replace(root, "0");
    CompletableFuture<Void> exports =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 1; i <= EXPORTS; i++) {
                replace(root, "" + i);
              }
            });

    Set<String> seen = new HashSet<>();
    int gone = 0;
    int read = 0;
    while (!exports.isDone()) {
      try {
        Path shown = root.resolve(".current").toRealPath();
        String one = read(shown.resolve("dim_period/part-0"));
        assertThat(read(shown.resolve("indicator_value/part-0"))).isEqualTo(one);
        assertThat(read(root.resolve("indicator_value/part-0"))).matches("\\d+");
        seen.add(one);
        read++;
      } catch (NoSuchFileException replacedSince) {
        gone++;
      }
    }

    exports.join();
    assertThat(seen).as("exports that were met").hasSizeGreaterThan(1);
    assertThat(read).as("reads; %s found their files gone", gone).isGreaterThan(gone);
    assertThat(read(root.resolve("indicator_value/part-0"))).isEqualTo("" + EXPORTS);
    assertThat(names(root)).hasSize(5).filteredOn(name -> name.startsWith(".export-")).hasSize(1);
  }

  @Test
  void shouldKeepTheEarlierExportWhereANewOneFails() throws IOException {
    Path root = disk.resolve("E");
    replace(root, "good");

    assertThatThrownBy(
            () ->
                open(root)
                    .replace(
                        Audience.EVERYBODY,
                        folder -> {
                          table(folder, "indicator_value", "half");
                          throw new IllegalArgumentException("too much");
                        }))
        .hasMessage("too much");

    assertThat(read(root.resolve("indicator_value/part-0"))).isEqualTo("good");
    assertThat(names(root)).filteredOn(name -> name.startsWith(".export-")).hasSize(1);
  }

  @Test
  void shouldRemoveWhatAKilledExportLeft() throws IOException {
    Path root = disk.resolve("E");
    replace(root, "one");
    Files.createDirectories(root.resolve(".export-left/indicator_value"));
    Files.createSymbolicLink(root.resolve(".next"), Path.of(".export-left"));

    replace(root, "two");

    assertThat(names(root)).doesNotContain(".export-left", ".next");
    assertThat(read(root.resolve("indicator_value/part-0"))).isEqualTo("two");
  }

  @Test
  void shouldRefuseASecondExportAtTheSameTime() {
    Path root = disk.resolve("E");

    assertThatThrownBy(
            () -> open(root).replace(Audience.EVERYBODY, folder -> replace(root, "second")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "another export is writing into '%s'; wait until it has ended, or name another folder",
            root);
  }

  @Test
  void shouldTakeTheFoldersOfAnExportWithoutLinksOver() throws IOException {
    Path root = disk.resolve("E");
    table(root.toString(), "indicator_value", "old");
    Files.writeString(root.resolve("indicator_value/_SUCCESS"), "");
    table(root.toString(), "dim_region", "old");

    replace(root, "new");

    assertThat(read(root.resolve("indicator_value/part-0"))).isEqualTo("new");
    assertThat(root.resolve("dim_region")).as("a table that is no more").doesNotExist();
  }

  @Test
  void shouldWriteIntoAFolderThatIsALinkItself() throws IOException {
    Path elsewhere = Files.createDirectory(disk.resolve("elsewhere"));
    Path root = Files.createSymbolicLink(disk.resolve("E"), elsewhere);

    replace(root, "there");

    assertThat(read(elsewhere.resolve("indicator_value/part-0"))).isEqualTo("there");
    assertThat(root).isSymbolicLink();
  }

  @Test
  void shouldLetTheOwnerOnlyOpenRestrictedExports() throws IOException {
    Path root = disk.resolve("E");

    open(root).replace(Audience.RESTRICTED, folder -> table(folder, "indicator_value", "exact"));

    assertThat(Files.getPosixFilePermissions(root.resolve(".current").toRealPath()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "indicator_value/mine.txt", "other/part-0", "dim_region"})
  void shouldRefuseAFolderWithSomethingOfSomebodyElse(String name) throws IOException {
    Path root = disk.resolve("E");
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), "mine");
    FileSystem files = FileSystem.getLocal(new Configuration());
    org.apache.hadoop.fs.Path same = new org.apache.hadoop.fs.Path(root.toString());

    assertThatThrownBy(() -> open(root))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(root.toString(), "which no export wrote; name an empty folder");
    assertThatThrownBy(() -> RenamedFolder.open(same, files))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(root.resolve(name)).hasContent("mine");
  }

  @Test
  void shouldReplaceNameByNameWhereThereAreNoLinks() throws IOException {
    Path root = disk.resolve("E");
    FileSystem files = FileSystem.getLocal(new Configuration());
    org.apache.hadoop.fs.Path same = new org.apache.hadoop.fs.Path(root.toString());
    for (String text : List.of("one", "two")) {
      RenamedFolder.open(same, files)
          .replace(
              Audience.RESTRICTED,
              folder -> {
                table(folder, "indicator_value", text);
                if (text.equals("one")) {
                  table(folder, "dim_region", text);
                }
              });
    }

    assertThat(read(root.resolve("indicator_value/part-0"))).isEqualTo("two");
    assertThat(names(root)).containsExactly("indicator_value");
    assertThat(Files.getPosixFilePermissions(root.resolve("indicator_value")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private static ExportFolder open(Path root) {
    return ExportFolder.open(root.toString(), new Configuration());
  }

  private static void replace(Path root, String text) {
    open(root)
        .replace(
            Audience.EVERYBODY,
            folder -> {
              table(folder, "dim_period", text);
              table(folder, "indicator_value", text);
            });
  }

  private static void table(String folder, String name, String text) {
    try {
      Path table = Files.createDirectories(Path.of(folder, name));
      Files.writeString(table.resolve("part-0"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
