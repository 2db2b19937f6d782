package org.countywise.bench;

import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * The other peer as a program: Spark's own SQL over the same files, a query for each indicator, as
 * it would be written without an engine, with Spark's default settings. It gives the numerators and
 * denominators of counties, without statuses, checks of rows, levels above or small numbers hidden.
 */
final class PlainSpark {
  private PlainSpark() {}

  /** {@code DELIVERY ANSWER THREADS MONTH,MONTH…}; the answer is a folder of Parquet files. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = session(arguments[2])) {
      try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
        for (Path folder : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
          spark
              .read()
              .parquet(folder.toString())
              .createOrReplaceTempView(folder.getFileName().toString());
        }
      }
      String months =
          Arrays.stream(arguments[3].split(",", -1)).collect(Collectors.joining("', '", "'", "'"));
      for (PlainQuery query : PlainQuery.all(months)) {
        answer(spark, query, arguments[1]);
      }
    }
  }

  private static SparkSession session(String threads) {
    return SparkSession.builder()
        .master("local[" + threads + "]")
        .appName("plain Spark SQL")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .getOrCreate();
  }

  private static void answer(SparkSession spark, PlainQuery query, String folder) {
    if (query.family().isEmpty()) {
      spark.sql(query.sql()).createOrReplaceTempView(query.name());
      return;
    }
    spark
        .sql(query.sql())
        .toDF(
            List.of("period", "region_code", "breakdown", "numerator", "denominator")
                .toArray(String[]::new))
        .withColumn("indicator", lit(query.name()))
        .selectExpr(
            "indicator",
            "period",
            "region_code",
            "breakdown",
            "cast(numerator as decimal(38, 6)) as numerator",
            "cast(denominator as decimal(38, 6)) as denominator")
        .coalesce(1)
        .write()
        .mode("append")
        .parquet(folder);
  }
}
