package org.countywise.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which known name was probably meant. */
final class Nearest {
  private static final int MOST = 12;

  private Nearest() {}

  /** The remedy for an unknown name: a near one if there is one, else what there is. */
  static String remedy(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(name, other) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(other -> distance(name, other)))
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

  /** Insertions, deletions and replacements of one character. */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int column = 1; column < here.length; column++) {
        int replaced =
            above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        here[column] = Math.min(replaced, Math.min(above[column], here[column - 1]) + 1);
      }
      above = here;
    }
    return above[other.length()];
  }
}
