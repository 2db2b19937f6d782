package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Says in which region a row counts, and to which unit its delivery belongs. A row of a dataset
 * that has no code of its own was delivered under that of the counterpart it lies with.
 *
 * @param codes what the codes of each period mean, null where the number of their digits decides
 */
public record Locate(Scan scan, RegionScheme scheme, ValidCodes codes) implements Stage {
  private static final String LIES = "_lies";
  private static final String SEEN = "_seen";

  @Override
  public Dataset<Row> apply(Dataset<Row> judged) {
    Dataset<Row> rows = coded(judged);
    if (!scan.hasRegion() || scan.kind() == Scan.Kind.REFERENCE) {
      return rows.withColumn(Rows.UNIT.name(), lit(""))
          .withColumn(Rows.REGION.name(), Rows.DELIVERED.column());
    }
    Column code = Rows.DELIVERED.column();
    Dataset<Row> delivered =
        rows.withColumn(
            Rows.UNIT.name(),
            substring(coalesce(Invisible.removed(code), code), 1, scheme.unitDigits()));
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
    return reject(rows.withColumn(Rows.DELIVERED.name(), code), code.isNull(), lit(why));
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
      Column seen = knownLength(Invisible.removed(delivered));
      return reject(rows, knownLength(delivered).unary_$bang(), why(seen))
          .withColumn(LIES, delivered);
    }
    Column unknown = Field.declared(LIES).isNull();
    Column cleaned = when(unknown, Invisible.removed(delivered));
    Dataset<Row> found = codes.findNow(codes.find(rows, LIES), cleaned, SEEN);
    return reject(found, unknown, why(Field.declared(SEEN).isNotNull()))
        .drop(SEEN)
        .withColumn(LIES, coalesce(Field.declared(LIES), delivered));
  }

  private Column knownLength(Column code) {
    return length(code).isin(scheme.levels().stream().map(RegionScheme.Level::digits).toArray());
  }

  private String code() {
    return scan.region().isEmpty()
        ? "the region of its " + scan.locator().orElseThrow().name()
        : scan.region();
  }

  /**
   * Why a row with an unknown code is rejected.
   *
   * @param seen whether the code is known but for characters that nobody sees
   */
  private Column why(Column seen) {
    String why =
        code() + (codes == null ? " has no level's number of digits" : " is unknown to the roster");
    return when(coalesce(seen, lit(false)), lit(why + Invisible.HINT)).otherwise(lit(why));
  }

  private static Dataset<Row> reject(Dataset<Row> rows, Column unknown, Column why) {
    return rows.withColumn(
        Rows.REASON.name(),
        coalesce(Rows.REASON.column(), when(coalesce(unknown, lit(true)), why)));
  }
}
