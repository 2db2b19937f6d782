package org.countywise.compile;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Delivery;
import org.countywise.definition.Regions;
import org.countywise.plan.DeliveryRules;
import org.countywise.plan.RegionScheme;

/** Resolves the region scheme and how presence is known. */
final class RegionPlanner {
  private final Regions regions;
  private final Delivery delivery;
  private final Map<String, Dataset> datasets;

  RegionPlanner(Definitions definitions) {
    this.regions = definitions.regions();
    this.delivery = definitions.delivery();
    this.datasets = definitions.datasets();
  }

  RegionScheme regionScheme() {
    Regions.Roster r = regions.roster();
    return new RegionScheme(
        regions.levels().stream().map(RegionPlanner::level).toList(),
        delivery.unit(),
        r == null
            ? null
            : new RegionScheme.Roster(
                r.dataset(),
                r.code(),
                r.level(),
                r.parent(),
                r.name(),
                r.nameEn(),
                r.from(),
                r.to()),
        changes(),
        groups());
  }

  private RegionScheme.Changes changes() {
    Regions.Changes c = regions.changes();
    return c == null
        ? null
        : new RegionScheme.Changes(c.dataset(), c.old(), c.next(), c.on(), c.kind(), c.breaks());
  }

  private static RegionScheme.Level level(Regions.Level level) {
    return new RegionScheme.Level(
        level.level(),
        level.code() == null ? "" : level.code(),
        level.digits() == null ? 0 : level.digits(),
        Boolean.TRUE.equals(level.restricted()),
        level.title().en(),
        level.title().zh());
  }

  private List<RegionScheme.Group> groups() {
    return regions.groups().entrySet().stream()
        .map(
            g ->
                new RegionScheme.Group(
                    g.getKey(),
                    g.getValue().title().en(),
                    g.getValue().title().zh(),
                    g.getValue().dataset(),
                    g.getValue().code(),
                    g.getValue().where() == null ? "true" : g.getValue().where()))
        .toList();
  }

  DeliveryRules deliveryRules() {
    Delivery.ControlTotals totals = delivery.controlTotals();
    return new DeliveryRules(
        delivery.expected() == null ? "" : delivery.expected(),
        totals == null
            ? null
            : new DeliveryRules.ControlTotals(
                totals.dataset(), totals.of(), totals.region(), totals.rows()),
        surveys(),
        new BigDecimal(delivery.limits().unreliable()),
        new BigDecimal(delivery.limits().blocked()));
  }

  private Set<String> surveys() {
    Set<String> names = new TreeSet<>();
    datasets.forEach(
        (name, dataset) -> {
          if (dataset.noRows() == Dataset.NoRows.NOT_DELIVERED) {
            names.add(name);
          }
        });
    return names;
  }

  /** Datasets that the territory and presence are read from. */
  Set<String> datasets() {
    Set<String> names = new LinkedHashSet<>();
    if (regions.roster() != null) {
      names.add(regions.roster().dataset());
    }
    if (regions.changes() != null) {
      names.add(regions.changes().dataset());
    }
    regions.groups().values().forEach(group -> names.add(group.dataset()));
    if (delivery.controlTotals() != null) {
      names.add(delivery.controlTotals().dataset());
    }
    return names;
  }
}
