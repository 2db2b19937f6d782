package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.Moves;
import org.countywise.table.Regions;

/**
 * Gives regions whose parent has another code on the day the parent of that day: rosters seldom say
 * anew for every village what its county is called now, or was called then.
 *
 * <p>In and out: regions as {@link Tree#listed} gives them.
 *
 * @param aliases {@link Moves#ALIASES}
 * @param kept regions that stay under older codes, as listed ones; null for none
 */
public record AttachOrphans(Dataset<Row> aliases, Dataset<Row> kept) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> listed) {
    Dataset<Row> parents =
        aliases
            .filter(Moves.FOLLOWED.column())
            .select(
                Regions.PERIOD.column(),
                Moves.CODE.column().as(Regions.PARENT.name()),
                Moves.TO.column());
    Dataset<Row> adopted =
        listed
            .join(broadcast(parents), Field.names(Regions.PERIOD, Regions.PARENT), "left")
            .withColumn(Regions.PARENT.name(), coalesce(Moves.TO.column(), Regions.PARENT.column()))
            .drop(Moves.TO.name());
    if (kept == null) {
      return adopted;
    }
    Dataset<Row> needed =
        adopted.select(Regions.PERIOD.column(), Regions.PARENT.column().as(Regions.REGION.name()));
    Dataset<Row> parentsKept =
        broadcast(kept).join(needed, Field.names(Regions.PERIOD, Regions.REGION), "left_semi");
    return adopted.unionByName(parentsKept.select(columns()));
  }

  private static Column[] columns() {
    return Field.columns(
        Regions.PERIOD,
        Regions.REGION,
        Regions.LEVEL,
        Regions.PARENT,
        Regions.NAME_ZH,
        Regions.NAME_EN);
  }
}
