package org.countywise.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a delivery and the draft beside it, which takes its place when it is complete. */
record Folder(Path target, Path draft) {
  /** The file that says what a sample is; a folder without it is not ours to replace. */
  static final String README = "README.md";

  /** The first line of that file. */
  static final String TITLE = "# A sample delivery of synthetic people";

  /**
   * Checks that the folder may be written and prepares an empty draft.
   *
   * @throws IllegalArgumentException if the folder holds anything but a sample
   */
  static Folder open(Path delivery) throws IOException {
    Path target = delivery.toAbsolutePath().normalize();
    if (Files.exists(target) && !isOurs(target)) {
      throw new IllegalArgumentException(
          "%s is not empty and not a sample of ours; name another folder or remove it first"
              .formatted(delivery));
    }
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    remove(draft);
    Files.createDirectories(draft);
    return new Folder(target, draft);
  }

  private static boolean isOurs(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return false;
    }
    Path readme = target.resolve(README);
    if (Files.isRegularFile(readme)) {
      return Files.readString(readme).startsWith(TITLE);
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Puts the draft into the folder's place. */
  void publish() throws IOException {
    remove(target);
    Files.move(draft, target);
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
