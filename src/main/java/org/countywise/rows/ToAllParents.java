package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Hands every part to all regions it lies in, at once: its own, those above it and their groups.
 *
 * <p>What a unit has does not count above it where the unit lacks other data of the indicator. In:
 * parts with {@link Regions#WITHIN} and {@link Regions#ABOVE}. Out: a row per part and region, with
 * {@link Regions#REGION}, {@link Regions#LEVEL} and {@link Regions#UNIT} of the region.
 *
 * @param incomplete indicator, period, unit
 */
public record ToAllParents(Dataset<Row> incomplete) implements Stage {
  private static final String PLACE = "_place";
  private static final String LACKS = "_lacks";

  @Override
  public Dataset<Row> apply(Dataset<Row> parts) {
    Dataset<Row> marked =
        parts.join(
            broadcast(incomplete.withColumn(LACKS, lit(true))),
            Field.names(Parts.INDICATOR, Regions.PERIOD, Regions.UNIT),
            "left");
    Column above =
        when(coalesce(Field.declared(LACKS), lit(false)), array().cast(Regions.ABOVE.type()))
            .otherwise(Regions.ABOVE.column());
    return placed(marked.withColumn(PLACE, explode(concat(Regions.WITHIN.column(), above))), parts);
  }

  /** The rows in the region of the struct {@code _place}. */
  private static Dataset<Row> placed(Dataset<Row> rows, Dataset<Row> parts) {
    List<String> taken =
        List.of(
            Regions.REGION.name(),
            Regions.LEVEL.name(),
            Regions.UNIT.name(),
            Regions.WITHIN.name(),
            Regions.ABOVE.name());
    List<Column> columns = new ArrayList<>();
    for (String name : taken.subList(0, 3)) {
      columns.add(Field.inside(PLACE, name).as(name));
    }
    Arrays.stream(parts.columns())
        .filter(name -> !taken.contains(name))
        .forEach(name -> columns.add(Field.declared(name)));
    return rows.select(columns.toArray(Column[]::new));
  }
}
