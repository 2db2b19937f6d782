package org.countywise.cube;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;

/** What cubes are made by: terms, levels and what is to be published. */
public final class CubePlan implements Serializable {
  private static final long serialVersionUID = 1;

  private final Terms terms;
  private final Publication publication;
  private final List<String> upwards;
  private final String unit;
  private final int unitDigits;
  private final Set<String> withTotal;
  private final Set<String> statistics;
  private final Set<String> shares;

  /** That of a plan in some periods. */
  public CubePlan(Plan plan, List<YearMonth> periods, Deliveries deliveries) {
    RegionScheme scheme = plan.regionScheme();
    this.terms = new Terms(plan, periods);
    this.publication = new Publication(plan, deliveries);
    this.upwards =
        Stream.concat(
                scheme.upwards().stream().map(RegionScheme.Level::name),
                Stream.of(Region.GROUP, Region.NOWHERE.level()))
            .toList();
    this.unit = scheme.unit();
    this.unitDigits = scheme.unitDigits();
    this.statistics =
        plan.distributions().stream()
            .map(Distribution::indicator)
            .collect(Collectors.toUnmodifiableSet());
    this.withTotal = ids(plan, Derivation::total);
    this.shares = ids(plan, Derivation::wholeDenominator);
  }

  private static Set<String> ids(Plan plan, Predicate<Derivation> wanted) {
    return plan.indicators().stream()
        .filter(wanted)
        .map(Derivation::indicator)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Which measures count where. */
  public Terms terms() {
    return terms;
  }

  Publication publication() {
    return publication;
  }

  /** Levels from the lowest to the top, then groups, then what lies nowhere. */
  List<String> upwards() {
    return upwards;
  }

  /** The level that delivers. */
  public String unit() {
    return unit;
  }

  /** The unit that a code's leading digits name; the code itself where it is shorter. */
  String unitOf(String code) {
    return code.length() < unitDigits ? code : code.substring(0, unitDigits);
  }

  /** Indicators of which the row without breakdown is published. */
  Set<String> withTotal() {
    return withTotal;
  }

  /** Indicators that are statistics of records and are never rolled up. */
  public Set<String> statistics() {
    return statistics;
  }

  /**
   * Whether it is the share of a breakdown in the whole, which has the denominator of the total.
   */
  boolean isShare(SeriesKey series) {
    return !series.isTotal() && shares.contains(series.indicator());
  }
}
