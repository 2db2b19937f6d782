package org.countywise.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.rows.Partition;

/**
 * Entries that are there and sound.
 *
 * @param uses by partition
 * @param rows those of all of them, without the name; empty where there is none
 */
public record Found(Map<Partition, Use> uses, Optional<Dataset<Row>> rows) {
  /** No entry. */
  public static final Found NOTHING = new Found(Map.of(), Optional.empty());

  /** Whether there is an entry for a partition. */
  public boolean has(Partition partition) {
    return uses.containsKey(partition);
  }

  /** The entries of some partitions; rows of others stay among the rows. */
  Found of(Set<Partition> partitions) {
    Map<Partition, Use> some = new TreeMap<>(uses);
    some.keySet().retainAll(partitions);
    return new Found(some, rows);
  }

  /** Names of the entries. */
  Map<Partition, List<String>> names() {
    Map<Partition, List<String>> names = new TreeMap<>();
    uses.forEach((partition, use) -> names.put(partition, List.of(use.entry())));
    return names;
  }
}
