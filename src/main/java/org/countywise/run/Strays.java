package org.countywise.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.geography.Coverage;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.quality.Shares;

/**
 * Rejected rows of no known unit: their code is empty, or nothing knows the unit it begins with.
 * They count in the nation, and in the lowest region above units whose code theirs begins with.
 */
final class Strays {
  private final Shares shares;
  private final TerritoryDelivery territoryDelivery;
  private final List<Coverage.Unit> units;
  private final Map<String, Map<String, List<String>>> above;
  private final Map<List<String>, Map<String, Shares.Share>> found = new HashMap<>();

  /**
   * Over the rejected rows of a run.
   *
   * @param units every expected unit of every period
   * @param above by period and unit, also of those that are not expected: the regions above it,
   *     from the lowest
   */
  Strays(
      Shares shares,
      TerritoryDelivery territoryDelivery,
      List<Coverage.Unit> units,
      Map<String, Map<String, List<String>>> above) {
    this.shares = shares;
    this.territoryDelivery = territoryDelivery;
    this.units = units;
    this.above = above;
  }

  /** Those of a dataset and month by the regions of a period that they lie in. */
  Map<String, Shares.Share> of(Shares.Partition partition, String period) {
    return found.computeIfAbsent(
        List.of(partition.dataset(), partition.period(), period), key -> find(partition, period));
  }

  private Map<String, Shares.Share> find(Shares.Partition partition, String period) {
    Map<String, Shares.Share> strays = new HashMap<>(rejected(partition));
    if (!strays.isEmpty()) {
      strays.keySet().removeAll(senders(partition.period(), period));
    }
    Map<String, Shares.Share> regions = new HashMap<>();
    if (!strays.isEmpty()) {
      strays.keySet().removeAll(unitsOf(partition.period()).keySet());
      strays.forEach(
          (unit, share) ->
              around(unit, chainsOf(period))
                  .forEach(region -> regions.merge(region, share, Shares.Share::plus)));
    }
    return regions;
  }

  private Map<String, Shares.Share> rejected(Shares.Partition partition) {
    Map<String, Shares.Share> rejected = new HashMap<>();
    shares
        .units()
        .forEach(
            (deliveryKey, share) -> {
              boolean wanted =
                  deliveryKey.dataset().equals(partition.dataset())
                      && deliveryKey.period().equals(partition.period());
              if (wanted && share.rejected() > 0) {
                rejected.put(deliveryKey.unit(), share);
              }
            });
    return rejected;
  }

  private Set<String> senders(String month, String period) {
    Set<String> senders = new HashSet<>();
    units.stream()
        .filter(unit -> unit.period().equals(period))
        .forEach(unit -> senders.addAll(territoryDelivery.senders(month, unit)));
    return senders;
  }

  private Map<String, List<String>> unitsOf(String month) {
    return above.getOrDefault(month, Map.of());
  }

  private List<List<String>> chainsOf(String period) {
    return unitsOf(period).values().stream().filter(chain -> !chain.isEmpty()).toList();
  }

  /**
   * The lowest region whose code a unit's code begins with and those above it; the top at least.
   */
  private static Set<String> around(String unit, Collection<List<String>> chains) {
    Set<String> around = new LinkedHashSet<>();
    String lowest = "";
    for (List<String> chain : chains) {
      around.addAll(chain.subList(chain.size() - 1, chain.size()));
      for (String region : chain) {
        if (unit.startsWith(region) && region.length() > lowest.length()) {
          lowest = region;
        }
      }
    }
    for (List<String> chain : chains) {
      int at = chain.indexOf(lowest);
      around.addAll(at < 0 ? List.of() : chain.subList(at, chain.size()));
    }
    return around;
  }
}
