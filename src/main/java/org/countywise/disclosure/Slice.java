package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows of one indicator, period, breakdown and vintage.
 *
 * @param any says what they are; no row of its own where there are none
 */
record Slice(PublishedCell any, List<PublishedCell> cells) {

  /**
   * All slices. Where several releases show a period, each of them has every breakdown that one of
   * them has: rows that it leaves out are zero.
   */
  static Collection<Slice> of(Collection<PublishedCell> cells) {
    Map<String, Slice> slices = new TreeMap<>();
    Map<String, Set<String>> breakdowns = new TreeMap<>();
    Map<String, Map<String, PublishedCell>> vintages = new TreeMap<>();
    for (PublishedCell cell : cells) {
      slices.computeIfAbsent(key(cell), k -> new Slice(cell, new ArrayList<>())).cells().add(cell);
      String table = cell.indicator() + "\t" + cell.period();
      breakdowns.computeIfAbsent(table, k -> new TreeSet<>()).add(cell.breakdown());
      vintages.computeIfAbsent(table, k -> new TreeMap<>()).putIfAbsent(cell.vintage(), cell);
    }
    vintages.forEach(
        (table, of) -> {
          for (String breakdown : of.size() > 1 ? breakdowns.get(table) : Set.<String>of()) {
            for (PublishedCell any : of.values()) {
              PublishedCell none = none(any, breakdown);
              slices.putIfAbsent(key(none), new Slice(none, List.of()));
            }
          }
        });
    return slices.values();
  }

  private static String key(PublishedCell cell) {
    return String.join("\t", cell.indicator(), cell.period(), cell.breakdown(), cell.vintage());
  }

  private static PublishedCell none(PublishedCell any, String breakdown) {
    return new PublishedCell(
        any.indicator(),
        "",
        "",
        any.period(),
        breakdown,
        null,
        null,
        "",
        any.standing(),
        any.vintage());
  }
}
