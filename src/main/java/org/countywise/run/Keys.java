package org.countywise.run;

import static org.apache.spark.sql.functions.bitmap_bit_position;
import static org.apache.spark.sql.functions.bitmap_bucket_number;
import static org.apache.spark.sql.functions.bitmap_construct_agg;
import static org.apache.spark.sql.functions.bitmap_count;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.rows.Conform;
import org.countywise.rows.ResolveDuplicates;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/**
 * Proves keys unique, of all datasets in one Spark job that reads nothing but keys: with bitmaps
 * where the key is one whole number of a dense range, else by counting each. A dataset without a
 * key has nothing to prove.
 */
record Keys(Input input) {
  private static final String BITS = "_bits";
  private static final String REPEATED = "_repeated";

  /** Names of the datasets in which a key occurs more than once in a period. */
  Set<String> repeating(List<Scan> scans) {
    return scans.stream()
        .filter(scan -> !scan.key().isEmpty())
        .map(
            scan ->
                repeated(scan)
                    .select(lit(scan.dataset()).as(Parts.DATASET.name()), Field.declared(REPEATED)))
        .reduce(Dataset::unionByName)
        .map(repeated -> repeated.coalesce(1).collectAsList())
        .orElse(List.of())
        .stream()
        .filter(row -> row.getLong(1) > 0)
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  /** One row: how many rows, or keys, are too many. */
  private Dataset<Row> repeated(Scan scan) {
    Dataset<Row> rows = new Conform(scan).apply(input.stored(scan));
    return input.dense(scan)
        ? beyondBits(rows, Field.declared(scan.key().get(0)))
        : new ResolveDuplicates(scan).repeats(rows).agg(count(lit(1)).as(REPEATED));
  }

  private static Dataset<Row> beyondBits(Dataset<Row> rows, Column id) {
    return rows.filter(id.isNotNull())
        .groupBy(Rows.PERIOD.column(), bitmap_bucket_number(id))
        .agg(
            bitmap_construct_agg(bitmap_bit_position(id)).as(BITS),
            count(lit(1)).as(Rows.ROWS.name()))
        .agg(
            coalesce(sum(Rows.ROWS.column().minus(bitmap_count(Field.declared(BITS)))), lit(0L))
                .as(REPEATED));
  }
}
