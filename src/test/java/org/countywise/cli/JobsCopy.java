package org.countywise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Definitions that a test may change. */
final class JobsCopy {
  private JobsCopy() {}

  /** Copies the YAML files of a folder of this checkout, without the statements of others. */
  static Path of(String jobs, Path to) throws IOException {
    Path from = Path.of(jobs);
    try (Stream<Path> walk = Files.walk(from)) {
      List<Path> files =
          walk.filter(file -> file.toString().endsWith(".yaml"))
              .filter(file -> !from.relativize(file).startsWith("claims"))
              .toList();
      for (Path file : files) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }
}
