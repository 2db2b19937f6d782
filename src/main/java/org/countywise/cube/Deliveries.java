package org.countywise.cube;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the regions beside their cells.
 *
 * @param expected units that should deliver
 * @param absences where data lack, in units and above them
 * @param unreliable units and regions above them where too many rows were rejected
 * @param broken by period: regions whose territory is no longer what it was
 */
public record Deliveries(
    Set<Place> expected,
    Map<Spot, Absence> absences,
    Set<Spot> unreliable,
    Map<String, Set<String>> broken)
    implements Serializable {

  /** A region of a period. */
  public record Place(String period, String region) implements Serializable {}

  /** An indicator in a region of a period. */
  public record Spot(String indicator, String period, String region) implements Serializable {}

  Absence absence(String indicator, String period, Region region) {
    return absences.getOrDefault(new Spot(indicator, period, region.deliverer()), Absence.NONE);
  }

  boolean isUnreliable(String indicator, String period, Region region) {
    return unreliable.contains(new Spot(indicator, period, region.deliverer()));
  }

  boolean isBroken(String period, Region region) {
    return broken.getOrDefault(period, Set.of()).contains(region.code());
  }
}
