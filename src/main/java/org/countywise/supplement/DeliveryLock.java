package org.countywise.supplement;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Lets answers be added to a delivery by one at a time; a process that ends lets it go. */
final class DeliveryLock {
  private static final String NAME = ".answers.lock";

  private DeliveryLock() {}

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws IOException;
  }

  /**
   * Takes a step that no other takes at the same time.
   *
   * @throws IllegalArgumentException while another does
   */
  static <T> T alone(Path delivery, Step<T> step) throws IOException {
    Path file = delivery.resolve(NAME);
    try (FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE))) {
      if (!isTaken(channel)) {
        throw new IllegalArgumentException(
            "answers are being added to '%s' by somebody else; try again when that is done"
                .formatted(delivery));
      }
      try {
        return step.take();
      } finally {
        Files.delete(file);
      }
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }
}
