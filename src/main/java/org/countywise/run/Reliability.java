package org.countywise.run;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.cube.Deliveries;
import org.countywise.geography.Coverage;
import org.countywise.geography.TerritoryDelivery;
import org.countywise.quality.Shares;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.rows.Calendar;

/**
 * In which regions too many rows are rejected of a dataset and month that an indicator needs. A
 * region above units has the rows of those units that count in it, and the rejected rows of no
 * known unit that lie in it as far as is known; in the nation lie all. Units are few, so this is
 * counted here and not by Spark.
 *
 * @param units every expected unit of every period
 * @param territoryDelivery who delivered for whom
 * @param strays rejected rows of no known unit
 */
record Reliability(
    Calendar calendar,
    List<Coverage.Unit> units,
    Shares shares,
    Coverage coverage,
    TerritoryDelivery territoryDelivery,
    Strays strays) {

  /** A dataset of a month that an indicator needs in a period. */
  private record Wish(String indicator, String period, Shares.Partition partition) {}

  /** Units and regions above them whose values of an indicator are of low reliability. */
  Set<Deliveries.Spot> unreliable() {
    Map<String, List<Coverage.Unit>> byPeriod =
        units.stream().collect(Collectors.groupingBy(Coverage.Unit::period));
    Set<Deliveries.Spot> spots = new LinkedHashSet<>();
    for (Wish wish : wishes()) {
      sums(wish, byPeriod.getOrDefault(wish.period(), List.of()))
          .forEach(
              (region, share) -> {
                if (share.above(calendar.plan().deliveryRules().unreliable())) {
                  spots.add(new Deliveries.Spot(wish.indicator(), wish.period(), region));
                }
              });
    }
    return spots;
  }

  /** Why regions above units are unreliable where rows of no known unit are rejected. */
  List<Finding> findings() {
    Map<String, List<Coverage.Unit>> byPeriod =
        units.stream().collect(Collectors.groupingBy(Coverage.Unit::period));
    Set<Finding> found = new LinkedHashSet<>();
    for (Wish wish : wishes()) {
      Map<String, Shares.Share> stray = strays.of(wish.partition(), wish.period());
      Map<String, Shares.Share> sums =
          stray.isEmpty() ? Map.of() : sums(wish, byPeriod.getOrDefault(wish.period(), List.of()));
      stray.forEach(
          (region, share) -> {
            if (sums.get(region).above(calendar.plan().deliveryRules().unreliable())) {
              found.add(finding(wish.partition(), region, share));
            }
          });
    }
    return List.copyOf(found);
  }

  private static Finding finding(Shares.Partition of, String region, Shares.Share stray) {
    return FindingType.LOW_RELIABILITY
        .in(of.dataset(), of.period(), region)
        .saying("stray")
        .rows(stray.rejected())
        .build();
  }

  /** What all that delivered the unit's territory in the month delivered. */
  private Shares.Share share(Shares.Partition of, Coverage.Unit unit) {
    return territoryDelivery.senders(of.period(), unit).stream()
        .map(sender -> shares.of(of.dataset(), of.period(), sender))
        .reduce(Shares.Share.NONE, Shares.Share::plus);
  }

  private Set<Wish> wishes() {
    Set<Shares.Partition> soiled = shares.soiled();
    return calendar.needs().stream()
        .map(
            need ->
                new Wish(
                    need.indicator(),
                    need.period(),
                    new Shares.Partition(need.dataset(), need.month())))
        .filter(wish -> soiled.contains(wish.partition()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Map<String, Shares.Share> sums(Wish wish, List<Coverage.Unit> expected) {
    Map<String, Shares.Share> sums = new HashMap<>();
    expected.stream()
        .filter(unit -> !coverage.lacks(wish.indicator(), wish.period(), unit.code()))
        .forEach(
            unit -> {
              Shares.Share share = share(wish.partition(), unit);
              Stream.concat(Stream.of(unit.code()), unit.above().stream())
                  .forEach(region -> sums.merge(region, share, Shares.Share::plus));
            });
    strays
        .of(wish.partition(), wish.period())
        .forEach((region, share) -> sums.merge(region, share, Shares.Share::plus));
    return sums;
  }
}
