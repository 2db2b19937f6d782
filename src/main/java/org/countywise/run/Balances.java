package org.countywise.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.cube.RegionPart;
import org.countywise.geography.Coverage;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.quality.Remainders;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;

/** Sums of measures that should be zero in every unit and are not. */
final class Balances {
  private Balances() {}

  /**
   * A finding for every unit, period and category whose books are not right; units that lack a
   * dataset or month of the sum are not judged.
   *
   * @param parts rolled up
   */
  static List<Finding> of(Plan plan, List<RegionPart> parts, Coverage coverage) {
    Map<String, Derivation> balances = new TreeMap<>();
    plan.balances().forEach(balance -> balances.put(balance.indicator(), balance));
    return parts.stream()
        .filter(of -> balances.containsKey(of.series().indicator()))
        .filter(of -> of.level().equals(plan.regionScheme().unit()))
        .filter(of -> difference(of).signum() != 0)
        .filter(of -> !coverage.lacks(of.series().indicator(), of.period(), of.region()))
        .sorted(RegionPart.ORDER)
        .map(of -> finding(balances.get(of.series().indicator()), of))
        .toList();
  }

  private static BigDecimal difference(RegionPart of) {
    BigDecimal known = of.part().numerator().known();
    return known == null ? BigDecimal.ZERO : known;
  }

  private static Finding finding(Derivation balance, RegionPart of) {
    String breakdown = of.series().breakdown();
    return FindingType.BALANCE
        .in(balance.numerator().needs().iterator().next().dataset(), of.period(), of.region())
        .within(breakdown)
        .with("series", Remainders.named(balance.titleEn(), breakdown))
        .with("sum", balance.numerator())
        .with("difference", difference(of).stripTrailingZeros().toPlainString())
        .build();
  }
}
