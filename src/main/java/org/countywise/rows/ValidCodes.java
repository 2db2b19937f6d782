package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.RegionScheme;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * The region that a delivered code lies in: the one with that code, the one that the code's
 * territory lies in now, or, where the roster never knew what an older unit holds, what became of
 * the unit that the code begins with.
 *
 * @param known codes that the roster of the month has, each standing for itself
 * @param retired other codes that something is known of
 * @param bare codes of units and what lies below that the month's roster does not know and whose
 *     inside is not known
 * @param aliases the retired codes as rows: {@link Moves#ALIASES}
 */
public record ValidCodes(
    RegionScheme scheme,
    CodesByMonth known,
    CodesByMonth retired,
    CodesByMonth bare,
    Dataset<Row> aliases) {

  /**
   * The regions of a tree, each under every code that lies in it: {@link Moves#CODE}.
   *
   * @param tree {@link Regions#SCHEMA}
   */
  public Dataset<Row> regions(Dataset<Row> tree) {
    Dataset<Row> others = aliases.withColumnRenamed(Moves.TO.name(), Regions.REGION.name());
    return tree.withColumn(Moves.CODE.name(), Regions.REGION.column())
        .unionByName(tree.join(broadcast(others), Field.names(Regions.PERIOD, Regions.REGION)));
  }

  /** Whether the roster of the row's month has a code. */
  Column isKnown(Column code) {
    return known.of(code, Rows.PERIOD.column()).isNotNull();
  }

  /** The region that a delivered code lies in in the row's month; null where nothing knows it. */
  Column region(Column delivered) {
    Column month = Rows.PERIOD.column();
    List<Column> found = new ArrayList<>();
    found.add(known.of(delivered, month));
    found.add(retired.of(delivered, month));
    int lowest = scheme.levels().get(scheme.levels().size() - 1).digits();
    for (RegionScheme.Level level : scheme.upwards()) {
      if (level.digits() >= scheme.unitDigits() && level.digits() < lowest) {
        Column isBelow = length(delivered).gt(level.digits());
        found.add(when(isBelow, bare.of(substring(delivered, 1, level.digits()), month)));
      }
    }
    return coalesce(found.toArray(Column[]::new));
  }
}
