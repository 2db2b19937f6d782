package org.countywise.cube;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.plan.Composite;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.plan.View;

/** Which measure of which month counts how often in which indicator and period. */
public final class Terms implements Serializable {
  private static final long serialVersionUID = 1;
  private static final List<Use> NONE = List.of();

  private final Map<Key, List<Use>> uses = new HashMap<>();
  private final Set<String> composites;
  private final int unitDigits;

  /** Where a term is found. */
  public record Key(String measure, String month, String dimension) implements Serializable {}

  /**
   * A term of an indicator.
   *
   * @param ratio whether the indicator is a quotient
   * @param stands whether every measure of the side has published totals, so that these add up to
   *     the side's
   */
  private record Use(
      String indicator,
      boolean ratio,
      String period,
      Side side,
      BigDecimal coefficient,
      boolean stands)
      implements Serializable {}

  /** Those of a plan's indicators and balances in some periods. */
  public Terms(Plan plan, List<YearMonth> periods) {
    this.unitDigits = plan.regionScheme().unitDigits();
    this.composites =
        plan.composites().stream().map(Composite::name).collect(Collectors.toUnmodifiableSet());
    Set<String> withTotals =
        plan.scans().stream()
            .flatMap(scan -> scan.views().stream())
            .flatMap(view -> view.measures().stream())
            .filter(measure -> !measure.total().isEmpty())
            .map(View.Measure::name)
            .collect(Collectors.toSet());
    for (Derivation indicator : plan.derivations()) {
      for (YearMonth period : periods) {
        add(indicator, Side.NUMERATOR, indicator.numerator(), period, withTotals);
        add(indicator, Side.DENOMINATOR, indicator.denominator(), period, withTotals);
      }
    }
  }

  private void add(
      Derivation indicator,
      Side side,
      Derivation.Side sum,
      YearMonth period,
      Set<String> withTotals) {
    boolean stands = sum.terms().stream().allMatch(term -> withTotals.contains(term.measure()));
    for (Derivation.Term term : sum.terms()) {
      Use use =
          new Use(
              indicator.indicator(),
              indicator.ratio(),
              period.toString(),
              side,
              term.coefficient(),
              stands);
      for (YearMonth month : term.months().from(period)) {
        for (String dimension : dimensions(indicator, side)) {
          uses.computeIfAbsent(
                  new Key(term.measure(), month.toString(), dimension), k -> new ArrayList<>())
              .add(use);
        }
      }
    }
  }

  private static List<String> dimensions(Derivation indicator, Side side) {
    boolean whole = indicator.wholeDenominator() && side == Side.DENOMINATOR;
    List<String> dimensions = new ArrayList<>(whole ? List.of() : indicator.dimensions());
    if (indicator.total()) {
      dimensions.add("");
    }
    return dimensions;
  }

  /** The periods in which each term counts. */
  public Map<Key, Set<String>> periods() {
    Map<Key, Set<String>> periods = new HashMap<>();
    uses.forEach(
        (key, of) -> periods.put(key, of.stream().map(Use::period).collect(Collectors.toSet())));
    return periods;
  }

  /**
   * Makes parts of the indicators of a period out of a measure. Up to the unit a published total
   * stands in for its measure at once; above, only for a whole side.
   */
  void derive(Cell cell, String period, Receiver receiver) {
    boolean atOnce = cell.region().length() >= unitDigits;
    Sum sum = atOnce ? cell.sum().standIn().withoutTotal() : cell.sum();
    BigDecimal gap = atOnce ? cell.sum().gap().orElse(null) : null;
    Key key = new Key(cell.measure(), cell.month(), cell.dimension());
    for (Use use : uses.getOrDefault(key, NONE)) {
      if (use.period().equals(period)) {
        Sum term = (use.stands() ? sum : sum.withoutTotal()).times(use.coefficient());
        boolean incomplete =
            use.ratio() && composites.contains(cell.measure()) && cell.sum().unknown() > 0;
        receiver.add(
            new SeriesKey(use.indicator(), cell.breakdown()),
            Part.of(use.side(), term)
                .noting(use.side() == Side.NUMERATOR ? gap : null, incomplete));
      }
    }
  }

  /** Takes the parts that are made. */
  interface Receiver {
    void add(SeriesKey series, Part part);
  }
}
