package org.countywise.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.countywise.sink.Csv;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A list as a file instead of on the terminal. */
final class CsvOption {
  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes the whole list to a CSV file, instead of showing it.")
  private Path file;

  @Mixin private ForOption reader;

  /** The file, null where the list is shown. */
  Path file() {
    if (file == null && reader.given()) {
      throw new UsageException("--for says who opens the file of --csv; add --csv FILE");
    }
    return file;
  }

  /**
   * Writes the file, which only its owner can read, replacing what was there.
   *
   * @throws UsageException when it cannot be written
   */
  void write(List<String> names, List<? extends List<?>> rows) {
    Csv csv = reader.csv();
    try {
      Files.deleteIfExists(file);
      try (Writer out = Files.newBufferedWriter(created(), StandardCharsets.UTF_8)) {
        csv.write(out, names, rows.iterator());
      }
    } catch (IOException e) {
      throw new UsageException(
          "cannot write the list to '"
              + file
              + "' ("
              + e.getClass().getSimpleName()
              + "); name a file in a folder that is there and can be written");
    }
  }

  private Path created() throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(file);
  }
}
