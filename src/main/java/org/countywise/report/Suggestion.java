package org.countywise.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant by a name that is not known. */
public final class Suggestion {
  private static final int LISTED = 15;

  private Suggestion() {}

  /**
   * The remedy for an unknown name: the nearest known one, if near, and those that are known.
   *
   * @param nouns what the names are, in the plural, for example {@code keys}
   */
  public static String of(String name, String nouns, Collection<String> known) {
    if (known.isEmpty()) {
      return "; there are no known " + nouns;
    }
    Optional<String> near = nearest(name, known);
    String list = "nown " + nouns + " are " + listed(name, known);
    return near.map(word -> "; did you mean '" + word + "'? K" + list).orElse("; k" + list);
  }

  /**
   * The known name at the smallest distance in letters, if that is at most a third of the word and
   * not all of it. Capital letters are as good as small ones.
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    int most = Math.min(Math.max(1, Math.min(3, name.length() / 3)), name.length() - 1);
    return known.stream().filter(word -> distance(name, word) <= most).min(byDistance(name));
  }

  private static String listed(String name, Collection<String> known) {
    if (known.size() <= LISTED) {
      return String.join(", ", known);
    }
    List<String> nearest = known.stream().sorted(byDistance(name)).limit(LISTED).toList();
    return String.join(", ", nearest) + " and " + (known.size() - LISTED) + " more";
  }

  private static Comparator<String> byDistance(String name) {
    return Comparator.<String>comparingInt(word -> distance(name, word))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Letters to add, drop, change or swap with their neighbour. */
  private static int distance(String name, String word) {
    String a = name.toLowerCase(Locale.ROOT);
    String b = word.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
