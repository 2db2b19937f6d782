package org.countywise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What Linux says of processes, as texts of files below {@code /proc}. Elsewhere there are none,
 * and nothing is known.
 */
final class ProcFile {
  /**
   * Linux counts times in hundredths of a second for programs, whatever its kernel was built for.
   */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of a stat file after the name, which is in brackets and may hold blanks. */
  private static final int ENDED_CHILDREN_USER = 13;

  private static final int ENDED_CHILDREN_SYSTEM = 14;
  private static final long KIB = 1024;

  private ProcFile() {}

  /** The text of a file, empty where it is not there or its process has ended. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * CPU seconds, user and system, of all ended children of a process, and of theirs.
   *
   * @param stat {@code /proc/PID/stat}
   */
  static OptionalDouble secondsOfEndedChildren(String stat) {
    int name = stat.lastIndexOf(')');
    if (name < 0) {
      return OptionalDouble.empty();
    }
    String[] fields = stat.substring(name + 1).strip().split(" ", -1);
    long ticks =
        Long.parseLong(fields[ENDED_CHILDREN_USER]) + Long.parseLong(fields[ENDED_CHILDREN_SYSTEM]);
    return OptionalDouble.of(ticks / TICKS_PER_SECOND);
  }

  /**
   * The most memory a process has had at once, in bytes.
   *
   * @param status {@code /proc/PID/status}
   */
  static OptionalLong peakBytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
        .findFirst();
  }
}
