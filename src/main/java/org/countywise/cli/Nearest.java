package org.countywise.cli;

import java.util.Collection;
import java.util.List;
import org.countywise.report.Suggestion;

/** Which known name was probably meant. */
final class Nearest {
  private static final int MOST = 12;

  private Nearest() {}

  /** The remedy for an unknown name: a near one if there is one, else what there is. */
  static String remedy(String name, Collection<String> known) {
    return Suggestion.nearest(name, known)
        .map(other -> "did you mean '" + other + "'?")
        .orElseGet(() -> list(known));
  }

  private static String list(Collection<String> known) {
    List<String> sorted = known.stream().sorted().toList();
    String shown = String.join(", ", sorted.subList(0, Math.min(MOST, sorted.size())));
    return sorted.isEmpty()
        ? "there is none"
        : "known are "
            + shown
            + (sorted.size() > MOST ? " and " + (sorted.size() - MOST) + " more" : "");
  }
}
