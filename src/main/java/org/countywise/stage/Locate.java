package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
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
import org.countywise.table.Rows;

/**
 * Says in which region a row counts, and to which unit its delivery belongs. A row of a dataset
 * that has no code of its own was delivered under that of the counterpart it lies with.
 *
 * @param codes what the codes of each period mean, null where the number of their digits decides
 */
public record Locate(Scan scan, Territory territory, Known codes) implements Stage {
  private static final String LIES = "_lies";

  @Override
  public Dataset<Row> apply(Dataset<Row> judged) {
    Dataset<Row> rows = coded(judged);
    if (!scan.hasRegion() || scan.kind() == Scan.Kind.REFERENCE) {
      return rows.withColumn(Rows.UNIT.name(), lit(""))
          .withColumn(Rows.REGION.name(), Rows.DELIVERED.column());
    }
    Dataset<Row> delivered =
        rows.withColumn(
            Rows.UNIT.name(), substring(Rows.DELIVERED.column(), 1, territory.unitDigits()));
    return elsewhere(known(delivered).withColumn(Rows.REGION.name(), region())).drop(LIES);
  }

  /** The rows with the code of their counterpart, where they have none. */
  private Dataset<Row> coded(Dataset<Row> rows) {
    if (!scan.region().isEmpty() || scan.locator().isEmpty()) {
      return rows;
    }
    String counterpart = scan.locator().orElseThrow().name();
    Column code = Field.inside(counterpart, Rows.DELIVERED.name());
    String why = "names no " + counterpart + ", where it would lie";
    return reject(rows.withColumn(Rows.DELIVERED.name(), code), code.isNull(), why);
  }

  private Column region() {
    Column lies = Field.declared(LIES);
    return scan.locator()
        .map(lookup -> coalesce(Field.inside(lookup.name(), Rows.REGION.name()), lies))
        .orElse(lies);
  }

  private Dataset<Row> elsewhere(Dataset<Row> rows) {
    if (scan.region().isEmpty()) {
      return rows;
    }
    Column moved = Rows.REGION.column().notEqual(Field.declared(LIES));
    return scan.locator()
        .map(lookup -> Refer.warn(rows, moved, Warnings.elsewhere(lookup)))
        .orElse(rows);
  }

  /** The rows with the region their code lies in: the code itself where nothing knows it. */
  private Dataset<Row> known(Dataset<Row> rows) {
    Column delivered = Rows.DELIVERED.column();
    if (codes == null) {
      return reject(rows, knownLength().unary_$bang(), code() + " has no level's number of digits")
          .withColumn(LIES, delivered);
    }
    Dataset<Row> found = codes.find(rows, LIES);
    return reject(found, Field.declared(LIES).isNull(), code() + " is unknown to the roster")
        .withColumn(LIES, coalesce(Field.declared(LIES), delivered));
  }

  private Column knownLength() {
    return length(Rows.DELIVERED.column())
        .isin(territory.levels().stream().map(Territory.Level::digits).toArray());
  }

  private String code() {
    return scan.region().isEmpty()
        ? "the region of its " + scan.locator().orElseThrow().name()
        : scan.region();
  }

  private static Dataset<Row> reject(Dataset<Row> rows, Column unknown, String why) {
    return rows.withColumn(
        Rows.REASON.name(),
        coalesce(Rows.REASON.column(), when(coalesce(unknown, lit(true)), lit(why))));
  }
}
