package org.countywise.cube;

import java.math.BigDecimal;

/**
 * A value as it is published.
 *
 * @param value numerator, or numerator by denominator, times the indicator's factor; null where it
 *     does not exist or is not shown
 * @param numerator exact, at 6 decimals; null where it is hidden, not known or not delivered
 * @param denominator the same; null for plain counts
 */
public record Observation(
    String period,
    String region,
    String level,
    SeriesKey series,
    Double value,
    BigDecimal numerator,
    BigDecimal denominator,
    ObservationStatus status) {

  /** The same without its numbers. */
  public Observation withheld() {
    boolean said = status == ObservationStatus.NOT_DELIVERED || status == ObservationStatus.MISSING;
    return new Observation(
        period,
        region,
        level,
        series,
        null,
        null,
        null,
        said ? status : ObservationStatus.SUPPRESSED);
  }
}
