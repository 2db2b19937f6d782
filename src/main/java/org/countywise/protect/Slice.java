package org.countywise.protect;

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
record Slice(Cell any, List<Cell> cells) {

  /**
   * All slices. Where several releases show a period, each of them has every breakdown that one of
   * them has: rows that it leaves out are zero.
   */
  static Collection<Slice> of(Collection<Cell> cells) {
    Map<String, Slice> slices = new TreeMap<>();
    Map<String, Set<String>> breakdowns = new TreeMap<>();
    Map<String, Map<String, Cell>> vintages = new TreeMap<>();
    for (Cell cell : cells) {
      slices.computeIfAbsent(key(cell), k -> new Slice(cell, new ArrayList<>())).cells().add(cell);
      String table = cell.indicator() + "\t" + cell.period();
      breakdowns.computeIfAbsent(table, k -> new TreeSet<>()).add(cell.breakdown());
      vintages.computeIfAbsent(table, k -> new TreeMap<>()).putIfAbsent(cell.vintage(), cell);
    }
    vintages.forEach(
        (table, of) -> {
          for (String breakdown : of.size() > 1 ? breakdowns.get(table) : Set.<String>of()) {
            for (Cell any : of.values()) {
              Cell none = none(any, breakdown);
              slices.putIfAbsent(key(none), new Slice(none, List.of()));
            }
          }
        });
    return slices.values();
  }

  private static String key(Cell cell) {
    return String.join("\t", cell.indicator(), cell.period(), cell.breakdown(), cell.vintage());
  }

  private static Cell none(Cell any, String breakdown) {
    return new Cell(
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
