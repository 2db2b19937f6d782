package org.countywise.cli;

import java.util.List;

/** Levels of regions as they stand in the published tables. */
final class Levels {
  /** The level of named groups. */
  static final String GROUP = "group";

  /** The level people look at first. */
  static final String FIRST = "county";

  private static final List<String> ORDER =
      List.of("nation", GROUP, "province", "state", "prefecture", FIRST, "township", "village");

  private Levels() {}

  /** Where a level stands in a list, the largest first. */
  static int rank(String level) {
    int rank = ORDER.indexOf(level);
    return rank < 0 ? ORDER.size() : rank;
  }
}
