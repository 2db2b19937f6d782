package org.countywise.cube;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact sum and what is known of it. A published total of the same sum stands in for it where
 * its terms are not all known.
 *
 * @param known the sum of the terms that are known; null where none is
 * @param unknown terms whose value is not known
 * @param hidden terms whose value is hidden by its publisher
 * @param lost terms whose row is rejected or whose value cannot be read
 * @param terms rows summed, known or not
 * @param total the published total; null where there is none
 * @param hiddenTotals published totals that are hidden
 * @param lostTotals published totals that are lost
 */
public record Sum(
    BigDecimal known,
    long unknown,
    long hidden,
    long lost,
    long terms,
    BigDecimal total,
    long hiddenTotals,
    long lostTotals) {
  /** Decimals of an exact number. */
  private static final int DECIMALS = 12;

  /** The sum of no term. */
  public static final Sum NONE = new Sum(null, 0, 0, 0, 0, null, 0, 0);

  /** A sum of which nothing is known, though there is something to be known. */
  public static final Sum UNKNOWN = new Sum(null, 1, 0, 0, 0, null, 0, 0);

  Sum plus(Sum other) {
    return new Sum(
        plus(known, other.known),
        unknown + other.unknown,
        hidden + other.hidden,
        lost + other.lost,
        terms + other.terms,
        plus(total, other.total),
        hiddenTotals + other.hiddenTotals,
        lostTotals + other.lostTotals);
  }

  /** What is known of either; null where nothing is. */
  static BigDecimal plus(BigDecimal one, BigDecimal other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : one.add(other);
  }

  /** The sum of every term times a constant, exact at 12 decimals. */
  Sum times(BigDecimal constant) {
    return constant.compareTo(BigDecimal.ONE) == 0
        ? this
        : new Sum(
            times(known, constant),
            unknown,
            hidden,
            lost,
            terms,
            times(total, constant),
            hiddenTotals,
            lostTotals);
  }

  private static BigDecimal times(BigDecimal value, BigDecimal constant) {
    if (value == null) {
      return null;
    }
    BigDecimal product = value.multiply(constant);
    return product.scale() > DECIMALS ? product.setScale(DECIMALS, RoundingMode.HALF_UP) : product;
  }

  /** The sum alone, without a total that could stand in for it. */
  Sum withoutTotal() {
    return new Sum(known, unknown, hidden, lost, terms, null, 0, 0);
  }

  /**
   * The sum after its total stood in for it: where a term is unknown or lost, or none is shown, a
   * total that is wholly there takes its place. A total that is hidden or lost too hides or loses
   * the sum.
   */
  Sum standIn() {
    boolean needed = isIncomplete();
    if (needed && total != null && isTotalWhole()) {
      return new Sum(total, 0, 0, 0, 1, total, hiddenTotals, lostTotals);
    }
    long stillHidden = showsNone() && hiddenTotals > 0 ? 1 : hidden;
    long stillLost = needed && lostTotals > 0 ? Math.max(lost, 1) : lost;
    return new Sum(known, unknown, stillHidden, stillLost, terms, total, hiddenTotals, lostTotals);
  }

  /** By how much the total differs from the sum of its terms, where all of them are known. */
  Optional<BigDecimal> gap() {
    if (total == null || known == null || !isTotalWhole() || isIncomplete()) {
      return Optional.empty();
    }
    return Optional.of(total.subtract(known)).filter(difference -> difference.signum() != 0);
  }

  private boolean isTotalWhole() {
    return hiddenTotals == 0 && lostTotals == 0;
  }

  private boolean isIncomplete() {
    return showsNone() || unknown > 0 || lost > 0;
  }

  private boolean showsNone() {
    return hidden > 0 || terms == 0;
  }

  /** Whether there are terms and the value of none of them is known. */
  boolean isUnknown() {
    return known == null && unknown > 0;
  }
}
