package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.cli.Trial.Moved;
import org.countywise.plan.Disclosure;
import org.countywise.run.UnitPreview;
import org.countywise.table.ValueRow;

/**
 * Holds values of a trial against those of a release, and leaves out what must not be shown: small
 * numbers and what would tell them, numbers that the release hides, and changes that are a small
 * number of people themselves.
 *
 * @param units by indicator
 * @param restricted whether all may be shown
 */
record TrialComparison(Map<String, String> units, Disclosure disclosure, boolean restricted) {
  private static final String SUPPRESSED = "Q";

  /** A row for each value, in the order of the trial; what is gone comes last. */
  List<Moved> rows(List<ValueRow> before, List<UnitPreview.Value> after) {
    Map<String, ValueRow> old = new TreeMap<>();
    before.forEach(cell -> old.put(cell.indicator() + "|" + cell.breakdown(), cell));
    List<Moved> rows = new ArrayList<>();
    for (UnitPreview.Value value : after) {
      ValueRow cell = old.remove(value.indicator() + "|" + value.breakdown());
      rows.add(cell == null ? added(value) : moved(cell, value));
    }
    old.values().forEach(cell -> rows.add(gone(cell)));
    return rows;
  }

  private Moved gone(ValueRow cell) {
    return new Moved(
        cell.indicator(),
        cell.breakdown(),
        unit(cell.indicator()),
        cell.decimal(),
        cell.status(),
        null,
        "",
        null,
        null,
        false);
  }

  private Moved added(UnitPreview.Value after) {
    return row(after, null, "", new Change(null, null), after.hidden() && !restricted);
  }

  private Moved moved(ValueRow before, UnitPreview.Value after) {
    Change change =
        new Change(
            minus(after.numerator(), before.numerator()),
            minus(after.denominator(), before.denominator()));
    boolean shown =
        restricted
            || isShown(before, after)
            || !(after.hidden()
                || before.status().equals(SUPPRESSED)
                || isSmall(after.indicator(), change));
    return row(after, before.decimal(), before.status(), change, !shown);
  }

  /** By how much the sides of a value moved; null where that is not known. */
  private record Change(BigDecimal numerator, BigDecimal denominator) {}

  private Moved row(
      UnitPreview.Value after, BigDecimal before, String was, Change change, boolean hidden) {
    BigDecimal value = after.value() == null ? null : BigDecimal.valueOf(after.value());
    return new Moved(
        after.indicator(),
        after.breakdown(),
        unit(after.indicator()),
        before,
        was,
        hidden ? null : value,
        hidden && after.hidden() ? SUPPRESSED : after.status(),
        hidden ? null : change.numerator(),
        hidden ? null : change.denominator(),
        hidden);
  }

  /** Whether the release shows just these numbers. */
  private static boolean isShown(ValueRow before, UnitPreview.Value after) {
    return !before.status().equals(SUPPRESSED)
        && before.status().equals(after.status())
        && Trial.same(before.numerator(), after.numerator())
        && Trial.same(before.denominator(), after.denominator());
  }

  private String unit(String indicator) {
    return units.getOrDefault(indicator, "");
  }

  private boolean isSmall(String indicator, Change change) {
    return disclosure.rules().stream()
        .filter(rule -> rule.indicator().indicator().equals(indicator))
        .anyMatch(
            rule ->
                (rule.numerator() && isBelow(rule.minCount(), change.numerator()))
                    || (rule.denominator() && isBelow(rule.minCount(), change.denominator())));
  }

  private static boolean isBelow(int least, BigDecimal change) {
    return !Trial.isZero(change) && change.abs().compareTo(BigDecimal.valueOf(least)) < 0;
  }

  private static BigDecimal minus(BigDecimal after, BigDecimal before) {
    return after == null || before == null ? null : after.subtract(before);
  }
}
