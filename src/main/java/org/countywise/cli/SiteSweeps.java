package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.countywise.definition.Definitions;
import org.countywise.definition.Disclosure;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;
import org.countywise.site.ThresholdSweep;
import org.countywise.table.Alerts;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * Counts of households at other thresholds, out of a restricted table: those that tell no small
 * number, together with what this release and earlier ones publish of the same households.
 *
 * @param least the smallest number of households that is told, zero apart
 */
record SiteSweeps(ReleaseReader release, String period, long least) {
  private static final Table SWEEP = Table.restricted("alert_sweep");
  private static final String NATION = "nation";
  private static final String RULE = "rule=";

  /** The sweeps of a month by rule; empty where none were counted. */
  static List<ThresholdSweep> of(ReleaseReader release, Definitions definitions, String period) {
    Disclosure disclosure = definitions.disclosure();
    long least = disclosure == null ? 0 : disclosure.minCount();
    return new SiteSweeps(release, period, least).shown();
  }

  private List<ThresholdSweep> shown() {
    Map<String, List<Long>> earlier = new TreeMap<>();
    List<ThresholdSweep> shown = List.of();
    for (ReleaseReader one : vintages()) {
      Map<String, List<Long>> counts = counts(one);
      shown =
          counted(one).stream()
              .map(
                  sweep ->
                      sweep.shown(
                          least,
                          new ThresholdSweep.Known(
                              counts.getOrDefault(sweep.rule(), List.of()),
                              earlier.getOrDefault(sweep.rule(), List.of()))))
              .toList();
      shown.forEach(sweep -> told(earlier, sweep.rule()).addAll(sweep.numbers()));
      counts.forEach((rule, numbers) -> told(earlier, rule).addAll(numbers));
    }
    return shown;
  }

  private static List<Long> told(Map<String, List<Long>> earlier, String rule) {
    return earlier.computeIfAbsent(rule, first -> new ArrayList<>());
  }

  /** Releases that made the month, up to this one, the oldest first. */
  private List<ReleaseReader> vintages() {
    List<ReleaseReader> vintages = new ArrayList<>();
    for (Warehouse.Listed listed : release.warehouse().releases()) {
      Manifest manifest = listed.manifest();
      if (manifest.release().equals(release.name())) {
        break;
      }
      if (listed.readable() && manifest.periods().contains(period)) {
        vintages.add(new ReleaseReader(release.warehouse(), manifest, release.space()));
      }
    }
    vintages.add(release);
    return vintages;
  }

  private List<ThresholdSweep> counted(ReleaseReader of) {
    Map<String, List<ThresholdSweep.Point>> points = new TreeMap<>();
    of.find(SWEEP)
        .map(table -> table.filter(Alerts.PERIOD.column().equalTo(period)).collectAsList())
        .orElse(List.of())
        .forEach(
            row ->
                points
                    .computeIfAbsent(row.getAs(Alerts.RULE.name()), first -> new ArrayList<>())
                    .add(point(row)));
    Comparator<ThresholdSweep.Point> byThreshold =
        Comparator.comparing(point -> new BigDecimal(point.percent()));
    points.values().forEach(all -> all.sort(byThreshold));
    return points.entrySet().stream()
        .map(rule -> new ThresholdSweep(rule.getKey(), rule.getValue()))
        .toList();
  }

  private static ThresholdSweep.Point point(Row row) {
    return new ThresholdSweep.Point(
        row.getAs(Alerts.PERCENT.name()), row.getAs(Alerts.HOUSEHOLDS.name()));
  }

  /** The nation's counts of alerts by rule; none of rules of which not every one is shown. */
  private Map<String, List<Long>> counts(ReleaseReader of) {
    Map<String, List<ValueRow>> cells =
        of
            .cells(
                IndicatorValue.PERIOD
                    .column()
                    .equalTo(period)
                    .and(IndicatorValue.LEVEL.column().equalTo(NATION))
                    .and(IndicatorValue.BREAKDOWN.column().startsWith(RULE)))
            .stream()
            .collect(Collectors.groupingBy(cell -> cell.breakdown().substring(RULE.length())));
    Map<String, List<Long>> counts = new TreeMap<>();
    cells.forEach(
        (rule, all) -> {
          if (all.stream().allMatch(cell -> cell.numerator() != null)) {
            counts.put(rule, all.stream().map(cell -> cell.numerator().longValue()).toList());
          }
        });
    return counts;
  }
}
