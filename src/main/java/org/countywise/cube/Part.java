package org.countywise.cube;

import java.math.BigDecimal;

/**
 * Both sides of an indicator in a region.
 *
 * @param denominator {@link Sum#NONE} for plain counts
 * @param gap by how much published totals of the numerator differ from their parts, where these are
 *     all known; null where they do not
 * @param incomplete whether a measure made of others is not known in this unit: then one side of a
 *     quotient is missing, and neither may count above
 */
public record Part(Sum numerator, Sum denominator, BigDecimal gap, boolean incomplete) {
  /** The part of no term. */
  public static final Part NONE = new Part(Sum.NONE, Sum.NONE, null, false);

  /** The part of a statistic without a record. */
  public static final Part UNKNOWN = new Part(Sum.UNKNOWN, Sum.NONE, null, false);

  /** One side alone. */
  public static Part of(Side side, Sum sum) {
    return side == Side.NUMERATOR
        ? new Part(sum, Sum.NONE, null, false)
        : new Part(Sum.NONE, sum, null, false);
  }

  /** The same with what else is known of it. */
  Part noting(BigDecimal gapOfTotals, boolean isIncomplete) {
    return new Part(numerator, denominator, gapOfTotals, isIncomplete);
  }

  Part plus(Part other) {
    return new Part(
        numerator.plus(other.numerator),
        denominator.plus(other.denominator),
        Sum.plus(gap, other.gap),
        incomplete || other.incomplete);
  }

  /** The part after the published totals of its sides stood in for them. */
  Part standIn() {
    return new Part(
        numerator.standIn(),
        denominator.standIn(),
        gap == null ? numerator.gap().orElse(null) : gap,
        incomplete);
  }

  /** What counts in the region above. */
  Part handedUp() {
    return new Part(numerator.withoutTotal(), denominator.withoutTotal(), null, false);
  }

  Part over(Sum whole) {
    return new Part(numerator, whole, gap, incomplete);
  }

  /** Whether it holds any term, and not only the note that one is lost. */
  public boolean hasTerms() {
    return numerator.terms() + denominator.terms() > 0;
  }

  boolean isHidden() {
    return numerator.hidden() > 0 || denominator.hidden() > 0;
  }

  boolean isLost() {
    return numerator.lost() > 0 || denominator.lost() > 0;
  }
}
