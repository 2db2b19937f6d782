package org.countywise.run;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Observation;
import org.countywise.cube.ObservationStatus;
import org.countywise.cube.Region;
import org.countywise.plan.Derivation;
import org.countywise.plan.RegionScheme;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.rows.Calendar;
import org.countywise.table.IndicatorValue;

/**
 * Holds a release against the one it builds on: what was published for an indicator and period is
 * replaced by values, or withdrawn in words, and never by nothing.
 */
record Losses(Calendar calendar, Withdrawals withdrawals) {
  private static final String NOT_DELIVERED = ObservationStatus.NOT_DELIVERED.code();
  private static final String GROUP = Region.GROUP;
  private static final String KNOWN = "_known";

  /**
   * Rows of an indicator and period.
   *
   * @param group a group's code; empty for all other regions together
   */
  private record Slice(String period, String indicator, String group) implements Comparable<Slice> {
    private static final Comparator<Slice> ORDER =
        Comparator.comparing(Slice::period)
            .thenComparing(Slice::indicator)
            .thenComparing(Slice::group);

    @Override
    public int compareTo(Slice other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Blockers for what would be lost, and for families of which there would be no row.
   *
   * @param values every value of units and above them that was computed
   * @param before the table of these rows in the release before, with other months and indicators
   */
  List<Finding> findings(List<Observation> values, Optional<Dataset<Row>> before) {
    Map<Slice, Boolean> now = slices(values);
    List<Finding> found = new ArrayList<>(withoutRows(now.keySet()));
    Set<Slice> lost = new TreeSet<>();
    before
        .map(rows -> slices(withdrawals.left(rows.filter(DraftTables.mine(calendar)))))
        .orElse(Map.of())
        .forEach(
            (slice, known) -> {
              if (known && !now.getOrDefault(slice, false)) {
                lost.add(slice);
              }
            });
    for (String period : calendar.names()) {
      found.addAll(lost(period, lost));
    }
    return found;
  }

  /** Of which slices there are rows, and whether any of them says more than "not delivered". */
  private static Map<Slice, Boolean> slices(Dataset<Row> values) {
    Column group =
        when(IndicatorValue.LEVEL.column().equalTo(GROUP), IndicatorValue.REGION.column())
            .otherwise(lit(""));
    Map<Slice, Boolean> slices = new TreeMap<>();
    values
        .groupBy(IndicatorValue.PERIOD.column(), IndicatorValue.INDICATOR.column(), group)
        .agg(max(IndicatorValue.STATUS.column().notEqual(NOT_DELIVERED)).as(KNOWN))
        .collectAsList()
        .forEach(
            row ->
                slices.put(
                    new Slice(row.getString(0), row.getString(1), row.getString(2)),
                    row.getBoolean(3)));
    return slices;
  }

  private static Map<Slice, Boolean> slices(List<Observation> values) {
    Map<Slice, Boolean> slices = new TreeMap<>();
    for (Observation of : values) {
      String group = of.level().equals(GROUP) ? of.region() : "";
      slices.merge(
          new Slice(of.period(), of.series().indicator(), group),
          of.status() != ObservationStatus.NOT_DELIVERED,
          Boolean::logicalOr);
    }
    return slices;
  }

  private List<Finding> withoutRows(Set<Slice> now) {
    Set<List<String>> there =
        now.stream()
            .map(slice -> List.of(slice.period(), slice.indicator()))
            .collect(Collectors.toSet());
    List<Finding> found = new ArrayList<>();
    for (String period : calendar.names()) {
      families(period).entrySet().stream()
          .filter(
              family ->
                  family.getValue().stream().noneMatch(id -> there.contains(List.of(period, id))))
          .forEach(
              family ->
                  found.add(
                      FindingType.NO_VALUES
                          .in("", period)
                          .with("family", family.getKey())
                          .build()));
    }
    return found;
  }

  /** The indicators that are to be published of a period, by family. */
  private Map<String, Set<String>> families(String period) {
    return calendar.plan().indicators().stream()
        .filter(indicator -> !withdrawals.has(indicator.indicator(), period))
        .collect(
            Collectors.groupingBy(
                Derivation::family,
                TreeMap::new,
                Collectors.mapping(Derivation::indicator, Collectors.toCollection(TreeSet::new))));
  }

  private List<Finding> lost(String period, Set<Slice> lost) {
    List<Finding> found = new ArrayList<>();
    Set<String> indicators = indicators(period, "", lost);
    if (!indicators.isEmpty()) {
      found.add(undelivered(period, indicators));
    }
    for (RegionScheme.Group group : calendar.plan().regionScheme().groups()) {
      Set<String> ofGroup = indicators(period, group.region(), lost);
      ofGroup.removeAll(indicators);
      if (!ofGroup.isEmpty()) {
        found.add(
            FindingType.VALUES_LOST
                .in(group.dataset(), period)
                .saying("group")
                .with("group", group.region())
                .with("indicators", count(ofGroup))
                .build());
      }
    }
    return found;
  }

  private static Set<String> indicators(String period, String group, Set<Slice> lost) {
    return lost.stream()
        .filter(slice -> slice.period().equals(period) && slice.group().equals(group))
        .map(Slice::indicator)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Finding undelivered(String period, Set<String> indicators) {
    return FindingType.VALUES_LOST
        .in("", period)
        .with("count", count(indicators))
        .with("indicators", String.join(", ", indicators))
        .with(
            "withdrawals",
            shortest(period, indicators).stream()
                .map(name -> name + "@" + period)
                .collect(Collectors.joining(",")))
        .build();
  }

  private static String count(Set<String> indicators) {
    return indicators.size() + (indicators.size() == 1 ? " indicator" : " indicators");
  }

  /** Families that are lost as a whole stand for their indicators. */
  private Set<String> shortest(String period, Set<String> indicators) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> left = new TreeSet<>(indicators);
    families(period)
        .forEach(
            (family, all) -> {
              if (left.containsAll(all)) {
                names.add(family);
                left.removeAll(all);
              }
            });
    names.addAll(left);
    return names;
  }
}
