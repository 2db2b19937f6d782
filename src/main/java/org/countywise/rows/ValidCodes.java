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
 * @param codes what the codes of each month mean: {@link Moves#CODES}
 * @param bare the same for codes of units and what lies below that the month's roster does not know
 *     and whose inside is not known
 */
public record ValidCodes(RegionScheme scheme, Dataset<Row> codes, Dataset<Row> bare) {
  /**
   * The regions of a tree, each under every code that lies in it: {@link Moves#CODE}.
   *
   * @param tree {@link Regions#SCHEMA}
   */
  public Dataset<Row> regions(Dataset<Row> tree) {
    Dataset<Row> others = codes.filter(Moves.KNOWN.column().unary_$bang());
    Column liesIn = Regions.REGION.column().equalTo(Moves.TO.column()).and(inItsMonths());
    return tree.withColumn(Moves.CODE.name(), Regions.REGION.column())
        .unionByName(
            tree.join(broadcast(others), liesIn)
                .drop(Moves.FIRST.name(), Moves.LAST.name(), Moves.TO.name(), Moves.KNOWN.name()));
  }

  /** The rows with one more column: the region of a code, where the roster of the period has it. */
  Dataset<Row> findNow(Dataset<Row> rows, Column code, String found) {
    Column now = when(Moves.KNOWN.column(), Moves.TO.column());
    return joined(rows, codes, code, found, now);
  }

  /** The rows with one more column. */
  Dataset<Row> find(Dataset<Row> rows, String found) {
    Column delivered = Rows.DELIVERED.column();
    Dataset<Row> located = joined(rows, codes, delivered, found, Moves.TO.column());
    int lowest = scheme.levels().get(scheme.levels().size() - 1).digits();
    for (RegionScheme.Level level : scheme.upwards()) {
      if (level.digits() >= scheme.unitDigits() && level.digits() < lowest) {
        Column prefix =
            when(length(delivered).gt(level.digits()), substring(delivered, 1, level.digits()));
        Column either = coalesce(Field.declared(found), Moves.TO.column());
        located = joined(located, bare, prefix, found, either);
      }
    }
    return located;
  }

  private static Dataset<Row> joined(
      Dataset<Row> rows, Dataset<Row> known, Column code, String found, Column region) {
    return rows.join(broadcast(known), code.equalTo(Moves.CODE.column()).and(inItsMonths()), "left")
        .withColumn(found, region)
        .drop(Moves.CODES.stream().map(Field::name).toArray(String[]::new));
  }

  private static Column inItsMonths() {
    return Rows.PERIOD.column().between(Moves.FIRST.column(), Moves.LAST.column());
  }
}
