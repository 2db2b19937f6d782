package org.countywise.cube;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;

/** Makes published values out of rolled-up parts. */
final class Publication implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SHOWN_DECIMALS = 6;

  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Deliveries deliveries;

  /**
   * How an indicator is published.
   *
   * @param below levels it does not exist in
   */
  private record Indicator(double factor, boolean ratio, Set<String> below)
      implements Serializable {}

  Publication(Plan plan, Deliveries deliveries) {
    this.deliveries = deliveries;
    for (Derivation of : plan.indicators()) {
      indicators.put(
          of.indicator(),
          new Indicator(
              of.factor().doubleValue(),
              of.ratio(),
              Set.copyOf(plan.regionScheme().below(of.lowest()))));
    }
  }

  /**
   * The value of a part.
   *
   * @return empty for what is not published: balances, indicators in regions below the lowest level
   *     they exist in, and breakdowns of what was not delivered
   */
  Optional<Observation> of(SeriesKey series, Region region, String period, Part part) {
    Indicator indicator = indicators.get(series.indicator());
    if (indicator == null || indicator.below().contains(region.level()) || !region.exists()) {
      return Optional.empty();
    }
    Absence absence = deliveries.absence(series.indicator(), period, region);
    if (absence.isTotal() && !series.isTotal()) {
      return Optional.empty();
    }
    Optional<BigDecimal> numerator =
        side(part.numerator(), absence, absence.shows(Side.NUMERATOR, region));
    Optional<BigDecimal> denominator =
        indicator.ratio()
            ? side(part.denominator(), absence, absence.shows(Side.DENOMINATOR, region))
            : Optional.empty();
    ObservationStatus status =
        ObservationStatus.of(
            new ObservationStatus.Known(
                !absence.isTotal(),
                exists(indicator, part, numerator, denominator),
                part.isHidden(),
                !part.isLost() && !deliveries.isUnreliable(series.indicator(), period, region),
                absence.absent() == 0,
                !deliveries.isBroken(period, region)));
    return Optional.of(
        new Observation(
            period,
            region.code(),
            region.level(),
            series,
            status.hasValue() ? value(indicator, numerator, denominator) : null,
            shown(numerator),
            shown(denominator),
            status));
  }

  /** The exact sum of a side, where it is known and may be shown. */
  private static Optional<BigDecimal> side(Sum sum, Absence absence, boolean shownInPart) {
    boolean withheld = absence.isTotal() && !shownInPart;
    return sum.hidden() > 0 || sum.isUnknown() || withheld
        ? Optional.empty()
        : Optional.of(Optional.ofNullable(sum.known()).orElse(BigDecimal.ZERO));
  }

  private static boolean exists(
      Indicator indicator,
      Part part,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator) {
    if (denominator.isPresent() && denominator.get().signum() == 0) {
      return false;
    }
    boolean known = numerator.isPresent() && (denominator.isPresent() || !indicator.ratio());
    return known || part.isHidden();
  }

  private static Double value(
      Indicator indicator, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {
    double above = numerator.orElseThrow().doubleValue();
    return indicator.ratio()
        ? above / denominator.orElseThrow().doubleValue() * indicator.factor()
        : above * indicator.factor();
  }

  private static BigDecimal shown(Optional<BigDecimal> side) {
    return side.map(exact -> exact.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)).orElse(null);
  }
}
