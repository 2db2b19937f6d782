package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Field;
import org.countywise.table.Regions;

/**
 * Puts beside every part the regions of its period that it lies in: those of its own region, or
 * those of its unit where only older months know the region. What lies in neither gets the empty
 * code.
 *
 * @param places the regions of each period: {@link Regions#SCHEMA}
 * @param unitDigits length of a unit's code
 */
public record WithParents(Dataset<Row> places, int unitDigits) implements Stage {
  private static final Field[] PLACED = {Regions.UNIT, Regions.WITHIN, Regions.ABOVE};
  private static final String OF_UNIT = "_of_unit_";

  @Override
  public Dataset<Row> apply(Dataset<Row> parts) {
    List<Column> columns = new ArrayList<>();
    Arrays.stream(parts.columns()).forEach(name -> columns.add(Field.declared(name)));
    columns.add(either(Regions.UNIT).as(Regions.UNIT.name()));
    columns.add(coalesce(either(Regions.WITHIN), nowhere()).as(Regions.WITHIN.name()));
    columns.add(
        coalesce(either(Regions.ABOVE), array().cast(Regions.ABOVE.type()))
            .as(Regions.ABOVE.name()));
    return parts
        .join(regions(), Field.names(Regions.PERIOD, Regions.REGION), "left")
        .withColumn(ofUnit(Regions.REGION), substring(Regions.REGION.column(), 1, unitDigits))
        .join(broadcast(units()), names(Regions.PERIOD.name(), ofUnit(Regions.REGION)), "left")
        .select(columns.toArray(Column[]::new));
  }

  private Dataset<Row> regions() {
    return places.select(
        Field.columns(Regions.PERIOD, Regions.REGION, Regions.UNIT, Regions.WITHIN, Regions.ABOVE));
  }

  private Dataset<Row> units() {
    List<Column> columns = new ArrayList<>(List.of(Regions.PERIOD.column()));
    columns.add(Regions.REGION.column().as(ofUnit(Regions.REGION)));
    Arrays.stream(PLACED).forEach(field -> columns.add(field.column().as(ofUnit(field))));
    return places
        .filter(Regions.REGION.column().equalTo(Regions.UNIT.column()))
        .select(columns.toArray(Column[]::new));
  }

  private static Column either(Field field) {
    return coalesce(field.column(), Field.declared(ofUnit(field)));
  }

  private static String ofUnit(Field field) {
    return OF_UNIT + field.name();
  }

  private static Column nowhere() {
    Column empty =
        struct(
            lit("").as(Regions.REGION.name()),
            lit("").as(Regions.LEVEL.name()),
            lit(null).cast("string").as(Regions.UNIT.name()));
    return array(empty).cast(Regions.WITHIN.type());
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
