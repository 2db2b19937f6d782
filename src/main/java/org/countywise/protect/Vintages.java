package org.countywise.protect;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier releases showed of the rows that are to be published.
 *
 * @param now the rows to be published, by key
 * @param old by release, the rows whose place they take
 */
record Vintages(Map<Cell.Key, Cell> now, Map<String, Map<Cell.Key, Cell>> old) {

  static Vintages of(Collection<Cell> cells) {
    Map<Cell.Key, Cell> now = new TreeMap<>();
    Map<String, Map<Cell.Key, Cell>> old = new TreeMap<>();
    for (Cell cell : cells) {
      if (cell.isOld()) {
        old.computeIfAbsent(cell.vintage(), v -> new TreeMap<>()).put(cell.key(), cell);
      } else if (cell.standing() == Cell.Standing.NEW) {
        now.put(cell.key(), cell);
      }
    }
    return new Vintages(now, old);
  }

  /** Whether every number is what it was in all of them. */
  boolean sayTheSame() {
    return old.values().stream()
        .allMatch(
            of ->
                of.keySet().equals(now.keySet())
                    && of.values().stream().allMatch(cell -> isSame(cell, now.get(cell.key()))));
  }

  private static boolean isSame(Cell one, Cell other) {
    return isSame(one.numerator(), other.numerator())
        && isSame(one.denominator(), other.denominator());
  }

  private static boolean isSame(BigDecimal one, BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  /** Whether all of them hide just these rows. */
  boolean showTheSame(Set<Cell.Key> hidden) {
    return old.values().stream().allMatch(of -> hidden(of).equals(hidden));
  }

  private static Set<Cell.Key> hidden(Map<Cell.Key, Cell> of) {
    Set<Cell.Key> hidden = new TreeSet<>();
    of.forEach(
        (key, cell) -> {
          boolean counts = cell.numerator() != null || cell.denominator() != null;
          if (counts && cell.standing() == Cell.Standing.HIDDEN) {
            hidden.add(key);
          }
        });
    return hidden;
  }
}
