package org.countywise.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.rows.Calendar;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Revision;

/** Which release published each cell first, and which one changed it last. */
record Revisions(Draft draft, Calendar calendar) {
  private static final Table VALUES = Table.published("indicator_value");
  private static final Table REVISIONS = Table.published("revision");
  private static final Field[] CELL = Revision.CELL.toArray(Field[]::new);
  private static final String WAS = "_was_";

  /**
   * The revisions of new values, against the release the draft builds on.
   *
   * <p>Shape: {@link Revision#CELL}, level, {@link Revision#FIRST}, {@link Revision#LAST}.
   */
  Dataset<Row> of(Dataset<Row> values) {
    Column now = lit(draft.release());
    Optional<Dataset<Row>> before = before();
    if (before.isEmpty()) {
      return shaped(values, now, now);
    }
    Column unchanged = lit(true);
    for (Field said : Revision.SAID) {
      unchanged = unchanged.and(said.column().eqNullSafe(Field.declared(WAS + said.name())));
    }
    return shaped(
        values.join(before.get(), Field.names(CELL), "left"),
        coalesce(Revision.FIRST.column(), now),
        when(unchanged, Revision.LAST.column()).otherwise(now));
  }

  /** What the same cells said before, and their revisions; empty where nothing was published. */
  private Optional<Dataset<Row>> before() {
    List<Column> was = new ArrayList<>(List.of(Field.columns(CELL)));
    Revision.SAID.forEach(said -> was.add(said.column().as(WAS + said.name())));
    Column mine = DraftTables.mine(calendar);
    return draft
        .before(VALUES)
        .map(values -> values.filter(mine).select(was.toArray(Column[]::new)))
        .flatMap(
            values ->
                draft
                    .before(REVISIONS)
                    .map(known -> known.filter(mine).drop(IndicatorValue.LEVEL.name()))
                    .map(known -> values.join(known, Field.names(CELL))));
  }

  private static Dataset<Row> shaped(Dataset<Row> rows, Column first, Column last) {
    List<Column> columns = new ArrayList<>(List.of(Field.columns(CELL)));
    columns.add(IndicatorValue.LEVEL.column());
    columns.add(first.as("_first"));
    columns.add(last.as("_last"));
    return rows.select(columns.toArray(Column[]::new))
        .withColumnsRenamed(Map.of("_first", Revision.FIRST.name(), "_last", Revision.LAST.name()));
  }

  /** How many cells that were published before the draft changes, per period. */
  List<Finding> findings() {
    Column revised =
        Revision.LAST
            .column()
            .equalTo(draft.release())
            .and(Revision.FIRST.column().notEqual(draft.release()));
    return draft
        .read(REVISIONS)
        .filter(DraftTables.mine(calendar).and(revised))
        .groupBy(IndicatorValue.PERIOD.column())
        .agg(count(lit(1)))
        .sort(IndicatorValue.PERIOD.column())
        .collectAsList()
        .stream()
        .map(row -> revised(row.getString(0), row.getLong(1)))
        .toList();
  }

  private Finding revised(String period, long cells) {
    return FindingType.REVISED.in("", period).rows(cells).build();
  }
}
