package org.countywise.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.rows.Partition;

/**
 * Entries of one table.
 *
 * @param names that would do for a partition, that of this run first
 * @param found those that are there
 */
public record Kept(Map<Partition, List<String>> names, Found found) {
  static final Kept NOTHING = new Kept(Map.of(), Found.NOTHING);

  /** Whether there is an entry for a partition. */
  public boolean has(Partition partition) {
    return found.has(partition);
  }

  /** Names of entries that are not there. */
  public Map<Partition, String> missing() {
    Map<Partition, String> missing = new TreeMap<>();
    names.forEach((partition, of) -> missing.put(partition, of.get(0)));
    missing.keySet().removeIf(this::has);
    return missing;
  }
}
