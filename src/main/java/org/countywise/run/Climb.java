package org.countywise.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_element_at;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Territory;
import org.countywise.stage.RollUp;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Adds up level by level: a published total that stands in for its parts counts above them too, so
 * every level waits for the one below.
 *
 * @param places the regions of the requested periods, with their groups
 * @param incomplete units that leave the regions above: indicator, period, unit
 */
record Climb(Territory territory, Dataset<Row> places, Dataset<Row> incomplete) {
  private static final String GROUP = "group";

  /**
   * Every region's sums.
   *
   * @param parts with the places they lie in
   * @param grid the same without numbers, in their own region
   */
  Dataset<Row> apply(Dataset<Row> parts, Dataset<Row> grid) {
    Dataset<Row> here = self(parts).unionByName(grid);
    Dataset<Row> all = null;
    Dataset<Row> handed = null;
    for (Territory.Level level : territory.upwards()) {
      Dataset<Row> waiting = handed == null ? here : here.unionByName(handed);
      Dataset<Row> rolled = Kept.rows(new RollUp().apply(waiting.filter(at(level.name()))));
      all = all == null ? rolled : all.unionByName(rolled);
      Dataset<Row> counted = rolled;
      if (level.name().equals(territory.unit())) {
        counted =
            rolled.join(
                broadcast(incomplete),
                Field.names(Parts.INDICATOR, Regions.PERIOD, Regions.UNIT),
                "left_anti");
        all = all.unionByName(groups(here, counted));
      }
      Dataset<Row> up = RollUp.handUp(counted, broadcast(parents()));
      handed = handed == null ? up : handed.filter(at(level.name()).unary_$bang()).unionByName(up);
    }
    return all.unionByName(new RollUp().apply(here.filter(at(""))));
  }

  private static Column at(String level) {
    return Regions.LEVEL.column().equalTo(lit(level));
  }

  /** The parts in the first of their places. */
  private static Dataset<Row> self(Dataset<Row> parts) {
    Column first = element_at(concat(Regions.WITHIN.column(), Regions.ABOVE.column()), 1);
    Dataset<Row> placed = parts.drop(Regions.REGION.name(), Regions.UNIT.name());
    for (Field field : new Field[] {Regions.REGION, Regions.LEVEL, Regions.UNIT}) {
      placed = placed.withColumn(field.name(), first.getField(field.name()));
    }
    return placed.drop(Regions.WITHIN.name(), Regions.ABOVE.name());
  }

  private Dataset<Row> parents() {
    Column path = concat(Regions.WITHIN.column(), regionsAbove());
    return above(try_element_at(path, lit(2)));
  }

  private static Column regionsAbove() {
    return filter(
        Regions.ABOVE.column(), place -> place.getField(Regions.LEVEL.name()).notEqual(GROUP));
  }

  private Dataset<Row> groups(Dataset<Row> here, Dataset<Row> units) {
    Dataset<Row> members = RollUp.handUp(units, broadcast(groups()));
    return new RollUp().apply(here.filter(at(GROUP)).unionByName(members));
  }

  private Dataset<Row> groups() {
    Column groups =
        filter(
            Regions.ABOVE.column(), place -> place.getField(Regions.LEVEL.name()).equalTo(GROUP));
    return above(explode(groups));
  }

  private Dataset<Row> above(Column parent) {
    return places
        .select(Regions.PERIOD.column(), Regions.REGION.column(), parent.as(RollUp.PARENT))
        .filter(Field.declared(RollUp.PARENT).isNotNull());
  }
}
