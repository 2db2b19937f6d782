package org.countywise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.countywise.definition.Definitions;
import org.countywise.definition.Disclosure;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.run.Findings;
import org.countywise.site.ThresholdSweep;
import org.countywise.table.Alerts;
import org.countywise.table.IndicatorValue;

/**
 * What the site counts out of restricted tables.
 *
 * @param least the smallest number of households that is told, zero apart
 */
record SiteCounts(ReleaseReader release, long least) {
  private static final String SUPPRESSED = "Q";
  private static final String NATION = "nation";
  private static final String RULE = "rule=";

  static SiteCounts of(ReleaseReader release, Definitions definitions) {
    Disclosure disclosure = definitions.disclosure();
    return new SiteCounts(release, disclosure == null ? 0 : disclosure.minCount());
  }

  /** Everything that was found in the release. */
  List<Finding> findings() {
    return release.find(Table.restricted("finding")).map(Findings::read).orElse(List.of());
  }

  /** Households by rule and percent of its threshold; nothing of rules whose alerts are hidden. */
  List<ThresholdSweep> sweeps(String period) {
    Set<String> hidden = hiddenRules(period);
    Map<String, List<ThresholdSweep.Point>> points = new TreeMap<>();
    for (Row row : sweepRows(period)) {
      String rule = row.getAs(Alerts.RULE.name());
      Long households = row.getAs(Alerts.HOUSEHOLDS.name());
      points
          .computeIfAbsent(rule, first -> new ArrayList<>())
          .add(
              new ThresholdSweep.Point(
                  row.getAs(Alerts.PERCENT.name()), hidden.contains(rule) ? null : households));
    }
    return points.entrySet().stream()
        .map(of -> new ThresholdSweep(of.getKey(), of.getValue()).hiding(least))
        .toList();
  }

  private List<Row> sweepRows(String period) {
    return release
        .find(Table.restricted("alert_sweep"))
        .map(table -> table.filter(Alerts.PERIOD.column().equalTo(period)).collectAsList())
        .orElse(List.of());
  }

  /** Rules of which a count of the whole nation is suppressed. */
  private Set<String> hiddenRules(String period) {
    return release
        .cells(
            IndicatorValue.PERIOD
                .column()
                .equalTo(period)
                .and(IndicatorValue.LEVEL.column().equalTo(NATION))
                .and(IndicatorValue.STATUS.column().equalTo(SUPPRESSED))
                .and(IndicatorValue.BREAKDOWN.column().startsWith(RULE)))
        .stream()
        .map(cell -> cell.breakdown().substring(RULE.length()))
        .collect(Collectors.toSet());
  }
}
