package org.countywise.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A list that names records, as a file that only its owner can read. */
final class CsvFile {
  private CsvFile() {}

  /** What is written. */
  @FunctionalInterface
  interface Text {
    void to(Writer out) throws IOException;
  }

  /**
   * Writes the file, replacing what was there.
   *
   * @throws UsageException when it cannot be written
   */
  static void write(Path file, Text text) {
    try {
      Files.deleteIfExists(file);
      Path created =
          file.getFileSystem().supportedFileAttributeViews().contains("posix")
              ? Files.createFile(
                  file,
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")))
              : Files.createFile(file);
      try (BufferedWriter out = Files.newBufferedWriter(created, StandardCharsets.UTF_8)) {
        text.to(out);
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
}
