package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Finds the units in which a measure made of others is not known: there one side of a quotient is
 * missing, so the other may not count above them.
 *
 * <p>In: cells of {@link Combine}. Out: indicator, period, unit.
 *
 * @param terms which measure of which month counts in which indicator and period, as in {@link
 *     Derive}
 */
public record Incomplete(Dataset<Row> terms) implements Stage {
  private static final String NAME = "_measure";
  private static final String CELL = "_cell";
  private static final String MONTH = "_month";

  @Override
  public Dataset<Row> apply(Dataset<Row> combined) {
    Column same =
        Field.declared(NAME)
            .equalTo(Parts.MEASURE.column())
            .and(Field.declared(MONTH).equalTo(Parts.MONTH.column()));
    return combined
        .select(
            Cells.PERIOD.column().as(MONTH),
            Cells.REGION.column().as(Regions.UNIT.name()),
            explode(Cells.VALUES.column()).as(new String[] {NAME, CELL}))
        .filter(Field.inside(CELL, Cells.UNKNOWN.name()).gt(0))
        .join(broadcast(terms), same)
        .select(Field.columns(Parts.INDICATOR, Regions.PERIOD, Regions.UNIT))
        .distinct();
  }
}
