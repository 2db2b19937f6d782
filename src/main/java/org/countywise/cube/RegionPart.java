package org.countywise.cube;

import java.util.Comparator;

/**
 * The part of a region in a period.
 *
 * @param region its code; empty for what lies in no region of the period
 * @param level its level
 */
public record RegionPart(String period, String region, String level, SeriesKey series, Part part) {
  /** By indicator, period, region and breakdown. */
  public static final Comparator<RegionPart> ORDER =
      Comparator.<RegionPart, String>comparing(of -> of.series().indicator())
          .thenComparing(RegionPart::period)
          .thenComparing(RegionPart::region)
          .thenComparing(of -> of.series().breakdown());
}
