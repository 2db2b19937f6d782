package org.countywise.rows;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.Moves;

/**
 * Puts what lies in a region of another day into the region that it lies in on the day that counts.
 *
 * @param moves the keys, {@link Moves#CODE} and {@link Moves#TO}
 * @param keys that rows and moves share, such as the period
 * @param region the rows' column of the region
 */
public record Relocate(Dataset<Row> moves, List<Field> keys, Field region) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>(List.of(Moves.TO.column()));
    columns.add(Moves.CODE.column().as(region.name()));
    keys.forEach(key -> columns.add(key.column()));
    List<Field> same = new ArrayList<>(keys);
    same.add(region);
    return rows.join(
            broadcast(moves.select(columns.toArray(Column[]::new))),
            Field.names(same.toArray(Field[]::new)),
            "left")
        .withColumn(region.name(), coalesce(Moves.TO.column(), region.column()))
        .drop(Moves.TO.name());
  }
}
