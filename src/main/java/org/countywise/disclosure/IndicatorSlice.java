package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.countywise.plan.Disclosure;

/** The rows of one indicator, period and breakdown over all regions. */
final class IndicatorSlice {
  final Disclosure.Rule rule;
  final String period;
  final String breakdown;
  final LinearForm numerator;
  final LinearForm denominator;

  /** Rows of the units; null where a unit has none. */
  final TableRow[] own;

  /** Whether the unit is in the rows above it. */
  final boolean[] counts;

  /** Rows above each unit that it is in. */
  final List<List<TableRow>> above = new ArrayList<>();

  /** Whether no numerator is above its denominator, and both are counts of the same. */
  private boolean bounded;

  IndicatorSlice(
      Disclosure.Rule rule,
      PublishedCell any,
      LinearForm numerator,
      LinearForm denominator,
      int units) {
    this.rule = rule;
    this.period = any.period();
    this.breakdown = any.breakdown();
    this.numerator = numerator;
    this.denominator = denominator;
    this.own = new TableRow[units];
    this.counts = new boolean[units];
    for (int i = 0; i < units; i++) {
      above.add(List.of());
    }
    this.bounded = rule.complement();
  }

  boolean bounded() {
    return bounded;
  }

  void unbounded() {
    bounded = false;
  }

  /** What remains of the denominator. */
  LinearForm slack() {
    return denominator.minus(numerator);
  }

  /** Whether a change shows in it. */
  boolean shows(LinearForm change) {
    return numerator.times(change) != 0 || denominator.times(change) != 0;
  }

  /** Whether a unit has no row because its number is zero, which readers know. */
  boolean absent(int unit) {
    return own[unit] == null && counts[unit] && !breakdown.isEmpty();
  }

  /** Whether a unit has no row, and would have one if this atom changed. */
  boolean absent(int unit, int atom) {
    return absent(unit) && (!whole() || numerator.touches(atom));
  }

  /** Whether its denominator is that of the total. */
  boolean whole() {
    return rule.indicator().wholeDenominator();
  }
}
