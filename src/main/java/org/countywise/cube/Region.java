package org.countywise.cube;

import java.util.List;

/**
 * A region of a period.
 *
 * @param level {@link #GROUP} for a group of units; empty for what lies nowhere
 * @param unit the unit it lies in or is; empty above the units
 * @param parent the region above; empty at the top
 * @param groups those it is in, as a unit
 */
public record Region(String code, String level, String unit, String parent, List<String> groups) {
  /** The level of groups. */
  public static final String GROUP = "group";

  /** Where rows of a region count that neither the period knows, nor its unit. */
  public static final Region NOWHERE = new Region("", "", "", "", List.of());

  /** A group of units. */
  public static Region group(String code) {
    return new Region(code, GROUP, "", "", List.of());
  }

  /** Whether this is a region at all. */
  boolean exists() {
    return !code.isEmpty();
  }

  /** The region whose deliveries tell what is known of this one. */
  String deliverer() {
    return unit.isEmpty() ? code : unit;
  }
}
