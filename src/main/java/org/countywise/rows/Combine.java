package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Composite;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Regions;

/**
 * Makes measures out of other measures in every unit.
 *
 * <p>In and out: {@link Cells#SCHEMA}; out are the units that have one of the measures read. A
 * measure that is not known in a unit makes what is made of it unknown there.
 *
 * @param units the unit of each region: {@link Regions#PERIOD}, {@link Regions#REGION}, {@link
 *     Regions#UNIT}
 */
public record Combine(List<Composite> composites, Dataset<Row> units) implements Stage {
  private static final String NAME = "_measure";
  private static final String CELL = "_cell";
  // Products of three counts and a quotient of two keep every digit in 38.
  private static final String WHOLE = "decimal(12,0)";

  @Override
  public Dataset<Row> apply(Dataset<Row> cells) {
    Set<String> read = new LinkedHashSet<>();
    composites.forEach(composite -> read.addAll(composite.of()));
    List<Column> sums = read.stream().map(Combine::sumOf).toList();
    Dataset<Row> perUnit =
        cells
            .filter(Cells.DIMENSION.column().equalTo(""))
            .join(units, Field.names(Cells.PERIOD, Cells.REGION))
            .filter(Regions.UNIT.column().isNotNull())
            .select(
                Cells.PERIOD.column(),
                Regions.UNIT.column().as(Cells.REGION.name()),
                explode(Cells.VALUES.column()).as(new String[] {NAME, CELL}))
            .filter(Field.declared(NAME).isin(read.toArray()))
            .groupBy(Cells.PERIOD.column(), Cells.REGION.column())
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    return perUnit
        .select(
            Cells.PERIOD.column(),
            Cells.REGION.column(),
            lit("").as(Cells.DIMENSION.name()),
            lit("").as(Cells.BREAKDOWN.name()),
            values().as(Cells.VALUES.name()))
        .filter(size(Cells.VALUES.column()).gt(0));
  }

  /** The unit's sum; 0 where nothing was met, null where something is not known, hidden or lost. */
  private static Column sumOf(String measure) {
    Column mine = Field.declared(NAME).equalTo(measure);
    Column notKnown = inCell(Cells.UNKNOWN).plus(inCell(Cells.HIDDEN)).plus(inCell(Cells.LOST));
    return when(coalesce(sum(when(mine, notKnown)), lit(0L)).gt(0), lit(null))
        .otherwise(coalesce(sum(when(mine, inCell(Cells.SUM))), lit(0)))
        .cast(WHOLE)
        .as(measure);
  }

  private static Column inCell(Field field) {
    return Field.inside(CELL, field.name());
  }

  private Column values() {
    List<Column> entries = new ArrayList<>();
    for (Composite composite : composites) {
      entries.add(lit(composite.name()));
      entries.add(cell(expr(composite.expression())));
    }
    return map_filter(map(entries.toArray(Column[]::new)), (name, cell) -> cell.isNotNull());
  }

  private static Column cell(Column value) {
    return struct(
            value.cast(Field.EXACT).as(Cells.SUM.name()),
            when(value.isNull(), 1L).otherwise(0L).as(Cells.UNKNOWN.name()),
            lit(0L).as(Cells.HIDDEN.name()),
            lit(0L).as(Cells.LOST.name()),
            lit(1L).as(Cells.TERMS.name()),
            lit(null).cast(Field.EXACT).as(Cells.TOTAL.name()),
            lit(0L).as(Cells.TOTAL_HIDDEN.name()),
            lit(0L).as(Cells.TOTAL_LOST.name()))
        .cast(Cells.CELL);
  }
}
