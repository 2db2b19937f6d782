package org.countywise.store;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.countywise.table.Field;
import org.countywise.table.StoreEntry;

/** What kept rows hold, so that it is noticed when they no longer hold it. */
final class Contents {
  private Contents() {}

  /**
   * How many rows each entry has, with the sum of their hashes, which a column that came later and
   * is null changes as little as the order of columns.
   */
  static Map<String, String> of(Dataset<Row> rows) {
    Column[] values =
        Stream.of(rows.schema().fields())
            .filter(field -> !field.name().equals(StoreEntry.ENTRY.name()))
            .filter(field -> !field.name().equals(StoreEntry.MADE.name()))
            .sorted(Comparator.comparing(StructField::name))
            .map(Contents::hashable)
            .toArray(Column[]::new);
    Map<String, String> contents = new HashMap<>();
    rows.groupBy(StoreEntry.ENTRY.column())
        .agg(
            concat_ws(
                ":", count(lit(1)), sum(xxhash64(values).cast("decimal(20,0)")).cast("string")))
        .collectAsList()
        .forEach(row -> contents.put(row.getString(0), row.getString(1)));
    return contents;
  }

  private static Column hashable(StructField field) {
    Column value = Field.declared(field.name());
    return field.dataType() instanceof MapType ? map_entries(value) : value;
  }
}
