package org.countywise.run;

import static org.apache.spark.sql.functions.bitmap_bit_position;
import static org.apache.spark.sql.functions.bitmap_bucket_number;
import static org.apache.spark.sql.functions.bitmap_construct_agg;
import static org.apache.spark.sql.functions.bitmap_count;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.rows.Conform;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/**
 * Proves keys unique, of all datasets in one Spark job that reads nothing but keys: with bitmaps
 * where the key is one whole number of a dense range, else by counting each. The keys of all
 * datasets are united before they are counted, so that they are counted by the same code. A dataset
 * without a key has nothing to prove.
 */
record Keys(Input input) {
  private static final String ID = "_id";
  private static final String TEXT = "_text";
  private static final String BITS = "_bits";
  private static final String REPEATED = "_repeated";

  /** Names of the datasets in which a key occurs more than once in a period. */
  Set<String> repeating(List<Scan> scans) {
    List<Scan> keyed = scans.stream().filter(scan -> !scan.key().isEmpty()).toList();
    List<Scan> sparse = keyed.stream().filter(scan -> !input.dense(scan)).toList();
    Stream<Dataset<Row>> dense =
        keyed.stream().filter(input::dense).map(this::id).reduce(Dataset::union).stream()
            .map(Keys::beyondBits);
    Stream<Dataset<Row>> others =
        sparse.stream().map(scan -> key(scan, sparse)).reduce(Dataset::union).stream()
            .map(Keys::beyondOne);
    return Stream.concat(dense, others)
        .reduce(Dataset::union)
        .map(repeated -> repeated.coalesce(1).collectAsList())
        .orElse(List.of())
        .stream()
        .filter(row -> row.getLong(1) > 0)
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private Dataset<Row> rows(Scan scan) {
    return new Conform(scan).values(input.stored(scan), scan.key());
  }

  private Dataset<Row> id(Scan scan) {
    Column id = Field.declared(scan.key().get(0));
    return rows(scan)
        .filter(id.isNotNull())
        .select(
            lit(scan.dataset()).as(Parts.DATASET.name()),
            Rows.PERIOD.column(),
            id.cast("long").as(ID));
  }

  private static Dataset<Row> beyondBits(Dataset<Row> ids) {
    Column id = Field.declared(ID);
    return ids.groupBy(Parts.DATASET.column(), Rows.PERIOD.column(), bitmap_bucket_number(id))
        .agg(
            bitmap_construct_agg(bitmap_bit_position(id)).as(BITS),
            count(lit(1)).as(Rows.ROWS.name()))
        .groupBy(Parts.DATASET.column())
        .agg(sum(Rows.ROWS.column().minus(bitmap_count(Field.declared(BITS)))).as(REPEATED));
  }

  /**
   * The key: whole numbers first, then texts, of as many columns as any dataset needs of each.
   * Equal values have equal texts, once minus zero has become zero.
   */
  private Dataset<Row> key(Scan scan, List<Scan> all) {
    List<Column> key =
        new ArrayList<>(
            List.of(lit(scan.dataset()).as(Parts.DATASET.name()), Rows.PERIOD.column()));
    for (boolean whole : List.of(true, false)) {
      List<Column> parts = parts(scan, whole);
      for (int i = 0; i < width(all, whole); i++) {
        Column part = i < parts.size() ? parts.get(i) : lit(null);
        key.add(part.cast(whole ? "long" : "string").as((whole ? ID : TEXT) + i));
      }
    }
    return rows(scan).select(key.toArray(Column[]::new));
  }

  private static int width(List<Scan> scans, boolean whole) {
    return scans.stream().mapToInt(scan -> parts(scan, whole).size()).max().orElse(0);
  }

  /** The key's columns that are whole numbers, or that are none. */
  private static List<Column> parts(Scan scan, boolean whole) {
    return scan.columns().stream()
        .filter(column -> scan.key().contains(column.name()))
        .filter(column -> column.type().startsWith("int") == whole)
        .map(Keys::comparable)
        .toList();
  }

  private static Column comparable(Scan.Column column) {
    Column value = Field.declared(column.name());
    return "double".equals(column.type()) ? value.plus(lit(0.0)) : value;
  }

  private static Dataset<Row> beyondOne(Dataset<Row> keys) {
    return keys.groupBy(Stream.of(keys.columns()).map(Field::declared).toArray(Column[]::new))
        .agg(count(lit(1)).as(Rows.ROWS.name()))
        .groupBy(Parts.DATASET.column())
        .agg(sum(Rows.ROWS.column().minus(1)).as(REPEATED));
  }
}
