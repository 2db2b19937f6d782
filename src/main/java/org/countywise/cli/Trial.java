package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an edited family would change in one county.
 *
 * @param rows all that differs
 * @param same how many values are the same
 * @param hidden how many are hidden before and after, so that nothing is said of them
 */
public record Trial(Head head, List<Moved> rows, long same, long hidden) {

  /**
   * Of what it is.
   *
   * @param release what it is held against
   * @param sameFiles whether the release was made of the files that were read here
   * @param restricted whether small numbers are shown
   */
  public record Head(
      String family,
      Region region,
      String period,
      String release,
      boolean sameFiles,
      boolean restricted) {}

  /**
   * A value before and after.
   *
   * @param before null where there was none, or none is shown
   * @param statusBefore empty where there was no row
   * @param statusAfter empty where there is no row any more
   * @param numerator by how much it moved; null where that is not known or not shown
   * @param hidden whether numbers are left out because they, or the change, are too small to be
   *     shown
   */
  public record Moved(
      String indicator,
      String breakdown,
      String unit,
      BigDecimal before,
      String statusBefore,
      BigDecimal after,
      String statusAfter,
      BigDecimal numerator,
      BigDecimal denominator,
      boolean hidden) {

    /** Whether nothing can be said, before or after. */
    boolean isUnknown() {
      return hidden && before == null && !statusBefore.isEmpty();
    }

    /** Whether it differs, as far as that may be known. */
    boolean isOne() {
      return !isUnknown() && (hidden || !statusBefore.equals(statusAfter) || moved());
    }

    private boolean moved() {
      return !same(before, after) || !isZero(numerator) || !isZero(denominator);
    }
  }

  /** What differs of all values, and how many do not. */
  static Trial of(Head head, List<Moved> all) {
    List<Moved> differing =
        all.stream()
            .filter(Moved::isOne)
            .sorted(Comparator.comparing(Moved::indicator).thenComparing(Moved::breakdown))
            .toList();
    long unknown = all.stream().filter(Moved::isUnknown).count();
    return new Trial(head, differing, all.size() - differing.size() - unknown, unknown);
  }

  /** Whether numbers are equal, or both are not there. */
  static boolean same(BigDecimal one, BigDecimal other) {
    boolean both = one != null && other != null;
    return both ? one.compareTo(other) == 0 : (one == null && other == null);
  }

  /** Whether nothing is known to have changed. */
  static boolean isZero(BigDecimal change) {
    return change == null || change.signum() == 0;
  }

  /** Whether a number that differs is left out. */
  public boolean hides() {
    return rows.stream().anyMatch(Moved::hidden);
  }

  /** A value for the eye, with as many digits as tell before and after apart. */
  public String shown(Moved row, BigDecimal value) {
    List<BigDecimal> both = new ArrayList<>();
    both.add(row.before());
    both.add(row.after());
    both.removeIf(Predicate.isEqual(null));
    return Numbers.of(value, row.unit(), Numbers.decimals(both, row.unit()));
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("trial", this);
  }
}
