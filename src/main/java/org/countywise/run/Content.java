package org.countywise.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Observation;
import org.countywise.report.Hash;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * What values say, whatever their order: rows by status, and one hash.
 *
 * <p>The hash is made of the sums of the four quarters of each row's SHA-256, per status, without
 * the release that published the row.
 */
record Content(Map<String, Long> statuses, String hash) {
  private static final String ROW = "_row";
  private static final int DIGITS = 16;
  private static final int QUARTERS = 4;
  private static final String ABSENT = "\u0001";

  /** Reads all rows once. */
  static Content of(Dataset<Row> values) {
    List<Column> sums = new ArrayList<>();
    sums.add(count(lit(1)));
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      Column digits = substring(Field.declared(ROW), quarter * DIGITS + 1, DIGITS);
      sums.add(sum(conv(digits, DIGITS, 10).cast("decimal(20,0)")).cast("string"));
    }
    List<Row> rows =
        values
            .select(IndicatorValue.STATUS.column(), row().as(ROW))
            .groupBy(IndicatorValue.STATUS.column())
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
            .sort(IndicatorValue.STATUS.column())
            .collectAsList();
    Map<String, Long> statuses = new TreeMap<>();
    rows.forEach(row -> statuses.put(row.getString(0), row.getLong(1)));
    return new Content(statuses, Hash.of(rows.toString()));
  }

  /** How many values there are by status. */
  static Map<String, Long> statuses(List<Observation> values) {
    return values.stream()
        .collect(
            Collectors.groupingBy(of -> of.status().code(), TreeMap::new, Collectors.counting()));
  }

  private static Column row() {
    Column[] fields =
        Stream.of(IndicatorValue.SCHEMA.fieldNames())
            .filter(name -> !name.equals(IndicatorValue.RELEASE.name()))
            .map(name -> coalesce(Field.declared(name).cast("string"), lit(ABSENT)))
            .toArray(Column[]::new);
    return sha2(concat_ws("\u0002", fields), 256);
  }
}
