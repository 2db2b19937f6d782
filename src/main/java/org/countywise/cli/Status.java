package org.countywise.cli;

import java.util.Collection;
import java.util.List;

/** What the status of a value means, in words. */
final class Status {
  /** A value without anything to explain. */
  static final String NORMAL = "A";

  private Status() {}

  /** Codes that need an explanation. */
  public record Legend(List<String> statuses) {}

  /** One line for each of these statuses that needs an explanation. */
  static List<String> legend(Collection<String> statuses) {
    return TerminalText.lines(
        "legend",
        new Legend(
            statuses.stream()
                .distinct()
                .filter(status -> !status.equals(NORMAL))
                .sorted()
                .toList()));
  }
}
