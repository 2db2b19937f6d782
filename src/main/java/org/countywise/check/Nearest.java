package org.countywise.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what somebody meant who wrote an unknown name. */
final class Nearest {
  private static final int LISTED = 20;

  private Nearest() {}

  /** The flaw of an unknown name: what was meant, perhaps, and what there is. */
  static Flaw unknown(String kind, String plural, String name, Collection<String> known) {
    String meant = to(name, known).map(near -> "did you mean '" + near + "'? ").orElse("");
    String some = String.join(", ", known.stream().limit(LISTED).toList());
    String more = known.size() > LISTED ? ", …" : "";
    String list = known.isEmpty() ? "there are none" : "known " + plural + " are " + some + more;
    return new Flaw(
        "unknown " + kind + " '" + name + "'",
        meant.isEmpty() ? list : meant + Character.toUpperCase(list.charAt(0)) + list.substring(1));
  }

  private static Optional<String> to(String name, Collection<String> known) {
    int limit = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(other -> distance(name, other) <= limit)
        .min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /** Letters to change, add or leave out to make one word the other. */
  private static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
