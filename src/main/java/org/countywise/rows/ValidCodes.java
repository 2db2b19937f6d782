package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.RegionScheme;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * Finds the region that a delivered code lies in: the one with that code, the one that the code's
 * territory lies in now, or, where the roster never knew what an older unit holds, what became of
 * the unit that the code begins with.
 *
 * <p>Out: the rows with the region under a name of the caller's choice, null where nothing knows
 * the code.
 *
 * @param here codes of each period's regions: {@link Regions#PERIOD}, {@link Moves#CODE}, {@link
 *     Moves#TO}
 * @param elsewhere the same for codes that the period's roster does not know; null for none
 * @param bare those of them, for units and what lies below, whose inside is not known; null for
 *     none
 */
public record ValidCodes(
    RegionScheme scheme, Dataset<Row> here, Dataset<Row> elsewhere, Dataset<Row> bare) {
  private static final String KNOWN = "_known";
  private static final String KNOWN_PERIOD = "_known_period";
  private static final String KNOWN_TO = "_known_to";

  /**
   * The regions of a tree, each under every code that lies in it: {@link Moves#CODE}.
   *
   * @param tree {@link Regions#SCHEMA}
   */
  public Dataset<Row> regions(Dataset<Row> tree) {
    Dataset<Row> known = tree.withColumn(Moves.CODE.name(), Regions.REGION.column());
    if (elsewhere == null) {
      return known;
    }
    Dataset<Row> named = elsewhere.withColumnRenamed(Moves.TO.name(), Regions.REGION.name());
    return known.unionByName(
        tree.join(broadcast(named), Field.names(Regions.PERIOD, Regions.REGION)));
  }

  /** The rows with one more column: the region of a code, where the roster of the period has it. */
  Dataset<Row> findNow(Dataset<Row> rows, Column code, String found) {
    return joined(rows, here, code).withColumnRenamed(KNOWN_TO, found);
  }

  /** The rows with one more column. */
  Dataset<Row> find(Dataset<Row> rows, String found) {
    Column delivered = Rows.DELIVERED.column();
    Dataset<Row> located =
        joined(rows, elsewhere == null ? here : here.unionByName(elsewhere), delivered)
            .withColumnRenamed(KNOWN_TO, found);
    if (bare == null) {
      return located;
    }
    int lowest = scheme.levels().get(scheme.levels().size() - 1).digits();
    for (RegionScheme.Level level : scheme.upwards()) {
      if (level.digits() >= scheme.unitDigits() && level.digits() < lowest) {
        Column prefix =
            when(length(delivered).gt(level.digits()), substring(delivered, 1, level.digits()));
        located =
            joined(located, bare, prefix)
                .withColumn(found, coalesce(Field.declared(found), Field.declared(KNOWN_TO)))
                .drop(KNOWN_TO);
      }
    }
    return located;
  }

  private static Dataset<Row> joined(Dataset<Row> rows, Dataset<Row> codes, Column code) {
    Dataset<Row> known =
        broadcast(
            codes.select(
                Moves.CODE.column().as(KNOWN),
                Regions.PERIOD.column().as(KNOWN_PERIOD),
                Moves.TO.column().as(KNOWN_TO)));
    Column same =
        code.equalTo(Field.declared(KNOWN))
            .and(Rows.PERIOD.column().equalTo(Field.declared(KNOWN_PERIOD)));
    return rows.join(known, same, "left").drop(KNOWN, KNOWN_PERIOD);
  }
}
