package org.countywise.geography;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.geography.history.Change;
import org.countywise.geography.history.CodeHistory;
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;
import org.countywise.table.Field;
import org.countywise.table.Moves;

/**
 * Reads what the roster and the changes of codes say of other days: every row above the lowest
 * level, and of the lowest those that a change names or that do not hold throughout.
 *
 * @param roster accepted rows
 * @param changes accepted rows, null where the scheme has none
 */
record RosterReader(RegionScheme regionScheme, Dataset<Row> roster, Dataset<Row> changes) {
  private static final String CHANGED = "_changed";

  /**
   * Everything that may lie elsewhere on another day; null where nothing does.
   *
   * @param first no day before it matters
   */
  Relocation read(LocalDate first) {
    List<Change> changed = all();
    Column restless = restless(first);
    if (changed.isEmpty() && roster.filter(restless).isEmpty()) {
      return null;
    }
    return new Relocation(
        new CodeHistory(tenures(changed, restless), changed),
        regionScheme.levels().stream().map(RegionScheme.Level::name).toList(),
        regionScheme.unit(),
        regionScheme.top());
  }

  /** Codes that the roster ever knew something in. */
  Set<String> filled() {
    Set<String> filled = new HashSet<>();
    roster
        .select(Field.declared(regionScheme.roster().parent()))
        .distinct()
        .collectAsList()
        .forEach(row -> filled.add(row.getString(0)));
    return filled;
  }

  private Column restless(LocalDate first) {
    RegionScheme.Roster names = regionScheme.roster();
    return Field.declared(names.to())
        .isNotNull()
        .or(Field.declared(names.from()).gt(lit(java.sql.Date.valueOf(first))));
  }

  private List<Change> all() {
    if (changes == null) {
      return List.of();
    }
    RegionScheme.Changes names = regionScheme.changes();
    return changes
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

  private List<Validity> tenures(List<Change> changed, Column restless) {
    RegionScheme.Roster names = regionScheme.roster();
    Column code = Field.declared(names.code());
    String lowest = regionScheme.levels().get(regionScheme.levels().size() - 1).name();
    Column upper = Field.declared(names.level()).notEqual(lowest);
    return named(changed)
        .filter(restless.or(upper).or(coalesce(Field.declared(CHANGED), lit(false))))
        .select(
            code,
            Field.declared(names.level()),
            Field.declared(names.parent()),
            Field.declared(names.from()),
            Field.declared(names.to()))
        .collectAsList()
        .stream()
        .map(RosterReader::tenure)
        .toList();
  }

  /** The roster with a mark at codes that a change names. */
  private Dataset<Row> named(List<Change> changed) {
    Set<String> codes = new HashSet<>();
    changed.forEach(change -> codes.addAll(List.of(change.from(), change.to())));
    List<Row> rows =
        codes.stream().map(org.apache.spark.sql.RowFactory::create).map(Row.class::cast).toList();
    Dataset<Row> marked =
        roster
            .sparkSession()
            .createDataFrame(rows, Field.schema(Moves.CODE))
            .withColumn(CHANGED, lit(true));
    return roster.join(
        broadcast(marked),
        Field.declared(regionScheme.roster().code()).equalTo(Moves.CODE.column()),
        "left");
  }

  private static Validity tenure(Row row) {
    return new Validity(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getDate(3).toLocalDate(),
        row.isNullAt(4) ? null : row.getDate(4).toLocalDate());
  }
}
