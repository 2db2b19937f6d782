package org.countywise.geography;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.quality.DeliveryKey;
import org.countywise.rows.Calendar;
import org.countywise.table.Field;
import org.countywise.table.Regions;

/**
 * The regions and groups of the requested periods, and which units are expected to deliver.
 *
 * @param regionsByMonth where codes of other days lie
 */
public record RegionTree(SparkSession spark, Calendar calendar, RegionsByMonth regionsByMonth) {
  private static final String GROUP = "group";

  /**
   * Regions of the requested periods, each with the groups of its unit behind those above it.
   *
   * @param members units and groups, as the groups' datasets name the units
   * @param remnants regions that stay under older codes
   */
  public Dataset<Row> of(
      Dataset<Row> tree, List<Row> members, Set<Crosswalk.RegionMonth> remnants) {
    Dataset<Row> requested = tree.filter(Regions.PERIOD.column().isin(calendar.names().toArray()));
    if (members.isEmpty()) {
      return requested;
    }
    Column group =
        struct(
            Regions.REGION.column(),
            lit(GROUP).as(Regions.LEVEL.name()),
            lit(null).cast("string").as(Regions.UNIT.name()));
    Dataset<Row> groups =
        spark
            .createDataFrame(
                List.copyOf(located(members, remnants)),
                Field.schema(Regions.PERIOD, Regions.UNIT, Regions.REGION))
            .groupBy(Regions.PERIOD.column(), Regions.UNIT.column())
            .agg(sort_array(collect_list(group)).as(GROUP));
    Column none = array().cast(Regions.ABOVE.type());
    return requested
        .join(broadcast(groups), Field.names(Regions.PERIOD, Regions.UNIT), "left")
        .withColumn(
            Regions.ABOVE.name(),
            concat(Regions.ABOVE.column(), coalesce(Field.declared(GROUP), none)))
        .select(Field.columns(Regions.SCHEMA));
  }

  /** Each member under the codes it has in each period: period, unit, group. */
  private Set<Row> located(List<Row> members, Set<Crosswalk.RegionMonth> remnants) {
    Set<Row> located = new LinkedHashSet<>();
    for (Row member : members) {
      for (String period : calendar.names()) {
        units(member.getString(0), period)
            .forEach(unit -> located.add(RowFactory.create(period, unit, member.getString(1))));
      }
    }
    for (Crosswalk.RegionMonth regionMonth : remnants) {
      Set<String> parts = units(regionMonth.region(), regionMonth.month());
      members.stream()
          .map(member -> member.getString(1))
          .distinct()
          .filter(
              group ->
                  parts.stream()
                      .allMatch(
                          unit ->
                              located.contains(
                                  RowFactory.create(regionMonth.month(), unit, group))))
          .toList()
          .forEach(
              group ->
                  located.add(RowFactory.create(regionMonth.month(), regionMonth.region(), group)));
    }
    return located;
  }

  private Map<String, List<String>> groups(List<Row> members, String period) {
    Map<String, List<String>> groups = new TreeMap<>();
    for (Row member : members) {
      units(member.getString(0), period)
          .forEach(
              unit ->
                  groups.computeIfAbsent(unit, code -> new ArrayList<>()).add(member.getString(1)));
    }
    return groups;
  }

  private Set<String> units(String code, String period) {
    return regionsByMonth.units(code, period);
  }

  /**
   * Members of the named groups: the unit and the group's code.
   *
   * @param accepted gives the accepted rows of a dataset
   */
  public List<Row> members(Function<String, Dataset<Row>> accepted) {
    return calendar.plan().regionScheme().groups().stream()
        .map(
            group ->
                accepted
                    .apply(group.dataset())
                    .filter(expr(group.where()))
                    .select(
                        Field.declared(group.code()).as(Regions.UNIT.name()), lit(group.region()))
                    .distinct())
        .reduce(Dataset::unionByName)
        .map(Dataset::collectAsList)
        .orElse(List.of());
  }

  /**
   * By period and unit: the regions above it, and its groups.
   *
   * @param members units and groups
   */
  public Map<String, Map<String, List<String>>> above(Dataset<Row> tree, List<Row> members) {
    Map<String, Map<String, List<String>>> groups = new TreeMap<>();
    Map<String, Map<String, List<String>>> above = new TreeMap<>();
    tree.filter(Regions.REGION.column().equalTo(Regions.UNIT.column()))
        .select(Field.columns(Regions.PERIOD, Regions.REGION, Regions.ABOVE))
        .collectAsList()
        .forEach(
            row -> {
              List<String> regions = new ArrayList<>();
              above(row.getList(2)).forEach(place -> regions.add(place.region()));
              regions.remove(row.getString(1));
              regions.addAll(
                  groups
                      .computeIfAbsent(row.getString(0), period -> groups(members, period))
                      .getOrDefault(row.getString(1), List.of()));
              above
                  .computeIfAbsent(row.getString(0), period -> new TreeMap<>())
                  .put(row.getString(1), regions);
            });
    return above;
  }

  /** The regions that are units or lie above them. */
  public List<Row> upper(Dataset<Row> places) {
    return places
        .filter(
            Regions.UNIT
                .column()
                .isNull()
                .or(Regions.REGION.column().equalTo(Regions.UNIT.column())))
        .select(
            Field.columns(
                Regions.PERIOD,
                Regions.REGION,
                Regions.LEVEL,
                Regions.UNIT,
                Regions.WITHIN,
                Regions.ABOVE))
        .collectAsList();
  }

  /**
   * Units that deliver something or belong to the expected group.
   *
   * @param upper as {@link #upper} gives them
   * @param announced null where there are no control totals: then all units
   */
  public List<Coverage.Unit> expected(List<Row> upper, Map<DeliveryKey, Long> announced) {
    Set<String> senders = new TreeSet<>();
    if (announced != null) {
      announced.keySet().forEach(key -> senders.add(key.unit()));
    }
    Set<List<String>> sending = new HashSet<>();
    for (String period : calendar.names()) {
      senders.forEach(
          sender -> units(sender, period).forEach(u -> sending.add(List.of(period, u))));
    }
    return upper.stream()
        .filter(row -> row.getString(1).equals(row.getString(3)))
        .map(row -> new Coverage.Unit(row.getString(0), row.getString(1), above(row.getList(5))))
        .filter(unit -> !isRemnant(unit))
        .filter(
            unit ->
                announced == null
                    || sending.contains(List.of(unit.period(), unit.code()))
                    || isExpected(unit))
        .toList();
  }

  /** Whether a unit is there only because rows of it stay under its older code. */
  private boolean isRemnant(Coverage.Unit unit) {
    return regionsByMonth.relocation() != null
        && !regionsByMonth
            .relocation()
            .codeHistory()
            .knows(unit.code(), calendar.regionsOf(unit.period()));
  }

  private boolean isExpected(Coverage.Unit unit) {
    String group = "group:" + calendar.plan().deliveryRules().expected();
    return unit.above().stream().anyMatch(place -> place.region().equals(group));
  }

  private static List<Coverage.Place> above(List<Row> places) {
    return places.stream()
        .map(place -> new Coverage.Place(place.getString(0), place.getString(1)))
        .toList();
  }
}
