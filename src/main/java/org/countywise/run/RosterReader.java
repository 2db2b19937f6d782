package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.GroupMember;
import org.countywise.geography.RosterRow;
import org.countywise.geography.history.Change;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * Reads what rows say of regions; all else about regions is plain Java. A nation's roster has some
 * hundred thousand rows, which share the texts that repeat.
 *
 * @param accepted gives the accepted rows of a dataset
 */
record RosterReader(RegionScheme scheme, Function<String, Dataset<Row>> accepted) {

  /** The roster. */
  List<RosterRow> roster() {
    RegionScheme.Roster names = scheme.roster();
    Map<Object, Object> shared = new HashMap<>();
    List<RosterRow> roster = new ArrayList<>();
    accepted
        .apply(names.dataset())
        .select(
            Field.declared(names.code()),
            Field.declared(names.level()),
            Field.declared(names.parent()),
            Field.declared(names.from()),
            Field.declared(names.to()),
            Field.declared(names.name()),
            Field.declared(names.nameEn()))
        .filter(Field.declared(names.from()).isNotNull())
        .collectAsList()
        .forEach(
            row ->
                roster.add(
                    new RosterRow(
                        new Validity(
                            row.getString(0),
                            text(row, 1, shared),
                            text(row, 2, shared),
                            day(row, 3, shared),
                            day(row, 4, shared)),
                        row.getString(5),
                        row.getString(6))));
    return roster;
  }

  private static String text(Row row, int at, Map<Object, Object> shared) {
    return (String) shared.computeIfAbsent(row.getString(at), same -> same);
  }

  private static LocalDate day(Row row, int at, Map<Object, Object> shared) {
    return row.isNullAt(at)
        ? null
        : (LocalDate) shared.computeIfAbsent(row.getDate(at).toLocalDate(), same -> same);
  }

  /** The changes of codes; none where the scheme has none. */
  List<Change> changes() {
    RegionScheme.Changes names = scheme.changes();
    if (names == null) {
      return List.of();
    }
    return accepted
        .apply(names.dataset())
        .select(
            Field.declared(names.old()),
            Field.declared(names.next()),
            Field.declared(names.on()),
            Field.declared(names.kind()))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Change(
                    row.getString(0),
                    row.getString(1),
                    row.getDate(2).toLocalDate(),
                    row.getString(3)))
        .toList();
  }

  /** The units of all groups. */
  List<GroupMember> members() {
    return scheme.groups().stream()
        .map(
            group ->
                accepted
                    .apply(group.dataset())
                    .filter(expr(group.where()))
                    .select(
                        Field.declared(group.code()).as(Regions.UNIT.name()),
                        lit(group.region()).as(Regions.REGION.name()))
                    .distinct())
        .reduce(Dataset::unionByName)
        .map(Dataset::collectAsList)
        .orElse(List.of())
        .stream()
        .map(row -> new GroupMember(row.getString(0), row.getString(1)))
        .toList();
  }

  /** Codes in measured rows that are as long as those of a level. */
  Set<String> codes(Dataset<Row> cells) {
    Object[] digits = scheme.levels().stream().map(RegionScheme.Level::digits).distinct().toArray();
    return cells
        .select(Cells.REGION.column())
        .filter(length(Cells.REGION.column()).isin(digits))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * How many accepted rows there are in some regions, of those where there are any.
   *
   * @param measured by month, region and reason, kept
   */
  static Map<RegionMonth, Long> counted(Dataset<Row> measured, Set<RegionMonth> regions) {
    Map<RegionMonth, Long> counted = new HashMap<>();
    if (!regions.isEmpty()) {
      Dataset<Row> wanted =
          measured
              .sparkSession()
              .createDataFrame(
                  regions.stream().map(at -> RowFactory.create(at.month(), at.region())).toList(),
                  Field.schema(Cells.PERIOD, Cells.REGION));
      measured
          .filter(Rows.REASON.column().isNull())
          .join(broadcast(wanted), Field.names(Cells.PERIOD, Cells.REGION))
          .groupBy(Cells.PERIOD.column(), Cells.REGION.column())
          .agg(sum(Rows.ROWS.column()).as(Rows.ROWS.name()))
          .filter(Rows.ROWS.column().gt(0))
          .collectAsList()
          .forEach(
              row ->
                  counted.put(new RegionMonth(row.getString(0), row.getString(1)), row.getLong(2)));
    }
    return counted;
  }
}
