package org.countywise.disclosure;

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
record Vintages(
    Map<PublishedCell.Key, PublishedCell> now,
    Map<String, Map<PublishedCell.Key, PublishedCell>> old) {

  static Vintages of(Collection<PublishedCell> cells) {
    Map<PublishedCell.Key, PublishedCell> now = new TreeMap<>();
    Map<String, Map<PublishedCell.Key, PublishedCell>> old = new TreeMap<>();
    for (PublishedCell cell : cells) {
      if (cell.isOld()) {
        old.computeIfAbsent(cell.vintage(), v -> new TreeMap<>()).put(cell.key(), cell);
      } else if (cell.standing() == PublishedCell.Standing.NEW) {
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

  private static boolean isSame(PublishedCell one, PublishedCell other) {
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
  boolean showTheSame(Set<PublishedCell.Key> hidden) {
    return old.values().stream().allMatch(of -> hidden(of).equals(hidden));
  }

  private static Set<PublishedCell.Key> hidden(Map<PublishedCell.Key, PublishedCell> of) {
    Set<PublishedCell.Key> hidden = new TreeSet<>();
    of.forEach(
        (key, cell) -> {
          boolean counts = cell.numerator() != null || cell.denominator() != null;
          if (counts && cell.standing() == PublishedCell.Standing.HIDDEN) {
            hidden.add(key);
          }
        });
    return hidden;
  }
}
