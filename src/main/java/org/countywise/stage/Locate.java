package org.countywise.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.plan.Territory;
import org.countywise.table.Field;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * Says in which region a row counts, and to which unit its delivery belongs.
 *
 * @param regions the region tree, null where codes alone decide
 */
public record Locate(Scan scan, Territory territory, Dataset<Row> regions) implements Stage {
  private static final String KNOWN = "_known";
  private static final String KNOWN_PERIOD = "_known_period";

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    if (scan.region().isEmpty() || scan.kind() == Scan.Kind.REFERENCE) {
      return rows.withColumn(Rows.UNIT.name(), lit(""))
          .withColumn(Rows.REGION.name(), Rows.DELIVERED.column());
    }
    Dataset<Row> delivered =
        rows.withColumn(
            Rows.UNIT.name(), substring(Rows.DELIVERED.column(), 1, territory.unitDigits()));
    return elsewhere(known(delivered).withColumn(Rows.REGION.name(), region()));
  }

  private Column region() {
    Column delivered = Rows.DELIVERED.column();
    return scan.locator()
        .map(lookup -> coalesce(Field.inside(lookup.name(), Rows.REGION.name()), delivered))
        .orElse(delivered);
  }

  private Dataset<Row> elsewhere(Dataset<Row> rows) {
    Column moved = Rows.REGION.column().notEqual(Rows.DELIVERED.column());
    return scan.locator()
        .map(lookup -> Refer.warn(rows, moved, Warnings.elsewhere(lookup)))
        .orElse(rows);
  }

  private Dataset<Row> known(Dataset<Row> rows) {
    if (regions == null) {
      return reject(rows, knownLength().unary_$bang());
    }
    Dataset<Row> roster =
        broadcast(
            regions.select(
                Regions.REGION.column().as(KNOWN), Regions.PERIOD.column().as(KNOWN_PERIOD)));
    Column same =
        Rows.DELIVERED
            .column()
            .equalTo(Field.declared(KNOWN))
            .and(Rows.PERIOD.column().equalTo(Field.declared(KNOWN_PERIOD)));
    Dataset<Row> joined = rows.join(roster, same, "left");
    return reject(joined, Field.declared(KNOWN).isNull()).drop(KNOWN, KNOWN_PERIOD);
  }

  private Column knownLength() {
    return length(Rows.DELIVERED.column())
        .isin(territory.levels().stream().map(Territory.Level::digits).toArray());
  }

  private Dataset<Row> reject(Dataset<Row> rows, Column unknown) {
    String why = regions == null ? " has no level's number of digits" : " is unknown to the roster";
    return rows.withColumn(
        Rows.REASON.name(),
        coalesce(
            Rows.REASON.column(),
            when(coalesce(unknown, lit(true)), concat(lit(scan.region() + why)))));
  }
}
