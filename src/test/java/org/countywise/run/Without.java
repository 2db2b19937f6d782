package org.countywise.run;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Folders;

/** Rewrites parts of a copied delivery. */
public final class Without {
  private static final Map<String, String> REGION =
      Map.of("delivery", "county_code", "exit_survey", "county_code", "informant", "region_code");

  private Without() {}

  /** Takes a county out of one month of every dataset, its control totals included. */
  public static void county(SparkSession spark, Path delivery, String county, String month) {
    try (Stream<Path> datasets = Files.list(delivery)) {
      for (Path dataset : (Iterable<Path>) datasets.sorted()::iterator) {
        Path partition = dataset.resolve("period=" + month);
        if (Files.isDirectory(partition)) {
          String region = REGION.getOrDefault(dataset.getFileName().toString(), "village_code");
          String stays = "not startswith(" + region + ", '" + county + "')";
          rewrite(spark, partition, rows -> rows.filter(expr(stays)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the rows of a partition. */
  public static void rewrite(
      SparkSession spark, Path partition, java.util.function.UnaryOperator<Dataset<Row>> change) {
    Dataset<Row> rows = spark.read().parquet(partition.toString());
    Dataset<Row> changed = change.apply(rows);
    List<Row> kept = changed.collectAsList();
    Folders.delete(partition);
    spark.createDataFrame(kept, changed.schema()).coalesce(1).write().parquet(partition.toString());
  }
}
