package org.countywise.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that names households: only its owner can read it. */
record RestrictedFile(Path path) {

  /** What stands in it, as UTF-8. */
  @FunctionalInterface
  interface Content {
    void write(Writer out) throws IOException;
  }

  /**
   * Writes the file, replacing what was there.
   *
   * @throws UsageException when it cannot be written
   */
  void write(Content content) {
    if (Files.isDirectory(path)) {
      throw new UsageException("'%s' is a folder; name a file in it".formatted(path));
    }
    try {
      Files.deleteIfExists(path);
      try (Writer out = Files.newBufferedWriter(created(), StandardCharsets.UTF_8)) {
        content.write(out);
      }
    } catch (IOException e) {
      throw new UsageException(
          "cannot write the list to '%s' (%s); name a file in a folder that is there and can be written"
              .formatted(path, e.getClass().getSimpleName()));
    }
  }

  private Path created() throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(path);
  }
}
