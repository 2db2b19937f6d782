package org.countywise.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Counts what has been written, by dataset, county and month, in one pass over the region codes of
 * all files.
 */
final class ControlTotals {
  static final String NAME = "delivery";

  static final String DDL =
      "dataset STRING NOT NULL, county_code STRING NOT NULL, row_count BIGINT NOT NULL,"
          + " delivered_on DATE NOT NULL, period STRING NOT NULL";

  /** Every periodic dataset has one of these three columns; the others read as null. */
  private static final StructType CODES =
      StructType.fromDDL("village_code STRING, county_code STRING, region_code STRING");

  private static final Pattern FILE = Pattern.compile(".*/([a-z_]+)/period=([0-9-]+)/[^/]+");

  private final SparkSession session;
  private final World world;
  private final Path folder;

  ControlTotals(SparkSession session, World world, Path folder) {
    this.session = session;
    this.world = world;
    this.folder = folder;
  }

  /** One row per dataset, county and month, also where there is nothing to deliver. */
  List<Row> count() {
    Map<String, Long> counted = counted();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < world.settings().months(); i++) {
      Month month = Month.of(world.firstMonth() + i);
      for (Table table : world.tables()) {
        for (County county : world.land().counties()) {
          long count = counted.getOrDefault(key(table.name(), month.period(), county.code()), 0L);
          rows.add(
              RowFactory.create(table.name(), county.code(), count, month.end(), month.period()));
        }
      }
    }
    return rows;
  }

  private static String key(String dataset, String period, String county) {
    return dataset + "/" + period + "/" + county;
  }

  private Map<String, Long> counted() {
    session.sparkContext().setJobDescription("sample: count rows by county");
    Dataset<Row> byFile =
        session
            .read()
            .schema(CODES)
            .option("recursiveFileLookup", "true")
            .parquet(foldersOfTables())
            .selectExpr(
                "_metadata.file_path as file",
                "left(coalesce(village_code, county_code, region_code), 6) as county")
            .groupBy("file", "county")
            .count();
    Map<String, Long> counts = new HashMap<>();
    for (Row row : byFile.collectAsList()) {
      Matcher file = FILE.matcher(row.getString(0));
      if (!file.matches()) {
        throw new IllegalStateException("a file lies outside the layout: " + row.getString(0));
      }
      counts.merge(key(file.group(1), file.group(2), row.getString(1)), row.getLong(2), Long::sum);
    }
    return counts;
  }

  private String[] foldersOfTables() {
    return world.tables().stream()
        .map(table -> folder.resolve(table.name()).toString())
        .toArray(String[]::new);
  }
}
