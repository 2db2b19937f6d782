package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.Map;
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

  @Override
  public Dataset<Row> apply(Dataset<Row> judged) {
    Dataset<Row> rows = coded(judged);
    Column code = Rows.DELIVERED.column();
    if (!scan.hasRegion() || scan.kind() == Scan.Kind.REFERENCE) {
      return with(rows, lit(""), code);
    }
    Column sender = coalesce(Invisible.removed(code), code);
    return settled(with(rows, substring(sender, 1, scheme.unitDigits()), known(code)));
  }

  private static Dataset<Row> with(Dataset<Row> rows, Column unit, Column region) {
    return Field.with(rows, unit.as(Rows.UNIT.name()), region.as(Rows.REGION.name()));
  }

  /** The rows with the code of their counterpart, where they have none. */
  private Dataset<Row> coded(Dataset<Row> rows) {
    if (!scan.region().isEmpty() || scan.locator().isEmpty()) {
      return rows;
    }
    String counterpart = scan.locator().orElseThrow().name();
    Column code = Field.inside(counterpart, Rows.DELIVERED.name());
    String why = "names no " + counterpart + ", where it would lie";
    return rows.withColumns(
        Map.of(Rows.DELIVERED.name(), code, Rows.REASON.name(), reason(code.isNull(), lit(why))));
  }

  /** The region that a code lies in; null where nothing knows it. */
  private Column known(Column code) {
    return codes == null ? when(knownLength(code), code) : codes.region(code);
  }

  private Column isKnown(Column code) {
    return codes == null ? knownLength(code) : codes.isKnown(code);
  }

  /** A row lies where its counterpart does; the code itself stays where nothing knows it. */
  private Dataset<Row> settled(Dataset<Row> rows) {
    Column code = Rows.DELIVERED.column();
    Column known = Rows.REGION.column();
    Column seen = isKnown(Invisible.removed(code));
    Column lies = coalesce(known, code);
    Map<String, Column> settled = new HashMap<>();
    settled.put(Rows.REASON.name(), reason(known.isNull(), why(seen)));
    settled.put(Rows.REGION.name(), lies);
    scan.locator()
        .ifPresent(
            lookup -> {
              Column there = coalesce(Field.inside(lookup.name(), Rows.REGION.name()), lies);
              settled.put(Rows.REGION.name(), there);
              if (!scan.region().isEmpty()) {
                String why = Warnings.elsewhere(lookup);
                settled.put(Rows.WARNINGS.name(), Refer.warned(there.notEqual(lies), why));
              }
            });
    return rows.withColumns(settled);
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

  private static Column reason(Column unknown, Column why) {
    return coalesce(Rows.REASON.column(), when(unknown, why));
  }
}
