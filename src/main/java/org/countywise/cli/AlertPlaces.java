package org.countywise.cli;

import java.util.Map;

/**
 * Where villages lie.
 *
 * @param regions known regions by code
 * @param parents the region above each, by code
 */
public record AlertPlaces(Map<String, Region> regions, Map<String, String> parents) {

  /** The region of a code; one without names where the tree does not know it. */
  public Region region(String code) {
    return regions.getOrDefault(code, new Region(code, "", "", ""));
  }

  /** The region above another; the region itself where the tree knows none. */
  public Region above(Region region) {
    String parent = parents.get(region.code());
    return parent == null ? region : region(parent);
  }
}
