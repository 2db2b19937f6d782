package org.countywise.cli;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.definition.Definitions;
import org.countywise.definition.Watch;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.table.Alerts;
import org.countywise.table.Field;
import org.countywise.table.Regions;

/**
 * The kept alerts of a period, restricted.
 *
 * @param release the regions it knows
 */
record AlertLedger(Warehouse warehouse, ReleaseReader release, String period) {
  private static final String ALERT = "alert";

  /** Which alerts are listed. */
  enum Reach {
    /** Open, or waiting for help. */
    DUE,
    /** Those that were closed in the period too. */
    ALL
  }

  /**
   * The alerts of a period.
   *
   * @throws UsageException when none were kept
   */
  static AlertLedger of(Warehouse warehouse, String period) {
    ReleaseReader release = ReleaseReader.of(warehouse, "", Table.Space.RESTRICTED);
    if (release.find(Table.restricted(ALERT)).isEmpty()) {
      throw new UsageException(
          "no alerts are kept in this warehouse; 'countywise run' of a family with a watch, such as"
              + " monitoring, keeps them");
    }
    new PublishedPeriods(release.periods()).demand(List.of(period));
    return new AlertLedger(warehouse, release, period);
  }

  /**
   * Alerts of a region and rule, empty for all of them, worst first.
   *
   * @throws UsageException when there is no such region or rule
   */
  AlertList alerts(String region, String rule, Reach reach) {
    Dataset<Row> rows = table(ALERT);
    if (!rule.isEmpty()) {
      demand(rule, ALERT);
      rows = rows.filter(Alerts.RULE.column().equalTo(rule));
    }
    if (reach == Reach.DUE) {
      rows = rows.filter(Alerts.STATUS.column().isin("open", "confirmed"));
    }
    List<Row> found =
        (region.isEmpty() ? rows : within(rows, region))
            .sort(
                Alerts.DISTANCE.column().desc_nulls_first(),
                Alerts.KEY.column(),
                Alerts.RULE.column())
            .collectAsList();
    return new AlertList(
        period, region, found.stream().map(AlertRow::of).toList(), names(found), false);
  }

  private Dataset<Row> table(String name) {
    return release.table(name).filter(Alerts.PERIOD.column().equalTo(period));
  }

  private void demand(String rule, String table) {
    List<String> known =
        release.table(table).select(Alerts.RULE.column()).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    if (!known.contains(rule)) {
      throw new UsageException(
          known.isEmpty()
              ? "no rule has raised an alert in any month kept here"
              : "no alerts of a rule '" + rule + "'; " + Nearest.remedy(rule, known));
    }
  }

  /** Rows below a region in the tree; by leading digits where the tree does not know the place. */
  private Dataset<Row> within(Dataset<Row> rows, String region) {
    Map<String, String> parents = parents();
    if (!parents.containsKey(region)) {
      throw new UsageException(
          "unknown region '"
              + region
              + "'; "
              + UnknownRegion.remedy(region, release.regions(release.levels()).values()));
    }
    List<Row> places = new ArrayList<>();
    parents
        .keySet()
        .forEach(
            code ->
                places.add(
                    org.apache.spark.sql.RowFactory.create(code, isBelow(code, region, parents))));
    Dataset<Row> known = warehouse.rows(places, Field.schema(Alerts.REGION, Regions.INSIDE));
    return rows.join(broadcast(known), Field.names(Alerts.REGION), "left")
        .filter(coalesce(Regions.INSIDE.column(), Alerts.REGION.column().startsWith(region)));
  }

  private static boolean isBelow(String code, String region, Map<String, String> parents) {
    String at = code;
    for (int step = 0; at != null && step <= parents.size(); step++) {
      if (at.equals(region)) {
        return true;
      }
      at = parents.get(at);
    }
    return false;
  }

  private Map<String, String> parents() {
    Map<String, String> parents = new HashMap<>();
    release
        .table("dim_region")
        .select(Regions.REGION.column(), Regions.PARENT.column())
        .collectAsList()
        .forEach(row -> parents.put(row.getString(0), row.getString(1)));
    return parents;
  }

  /** The definitions that the release was made of. */
  Definitions definitions() {
    return UsageException.refusing(() -> KeptDefinitions.of(release));
  }

  /** The list as a page for officers. */
  OfficersPage page(AlertList list) {
    Map<String, Watch.Rule> rules =
        definitions().families().values().stream()
            .filter(family -> family.watch() != null)
            .findFirst()
            .map(family -> family.watch().rules())
            .orElse(Map.of());
    return new OfficersPage(
        list, new AlertPlaces(release.regions(release.levels()), parents()), rules, release.name());
  }

  private Map<String, String> names(List<Row> alerts) {
    Object[] codes =
        alerts.stream().map(row -> row.getAs(Alerts.REGION.name())).distinct().toArray();
    Map<String, String> names = new HashMap<>();
    release
        .table("dim_region")
        .filter(Regions.REGION.column().isin(codes).and(Regions.NAME_ZH.column().isNotNull()))
        .select(Regions.REGION.column(), Regions.NAME_ZH.column())
        .collectAsList()
        .forEach(row -> names.put(row.getString(0), row.getString(1)));
    return names;
  }

  /**
   * Households that a rule would find at percentages of its threshold, the least first.
   *
   * @throws UsageException when nothing is kept of the rule
   */
  Map<String, Long> sweep(String rule) {
    demand(rule, "alert_sweep");
    Map<String, Long> households = new LinkedHashMap<>();
    table("alert_sweep")
        .filter(Alerts.RULE.column().equalTo(rule))
        .select(Alerts.PERCENT.column(), Alerts.HOUSEHOLDS.column())
        .collectAsList()
        .stream()
        .sorted(java.util.Comparator.comparing(row -> new BigDecimal(row.getString(0))))
        .forEach(row -> households.put(row.getString(0), row.getLong(1)));
    return households;
  }
}
