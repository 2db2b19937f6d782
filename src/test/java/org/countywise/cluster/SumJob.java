package org.countywise.cluster;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** The smallest job that needs an executor: prints the sum of 1 to 1000 and who its master is. */
public final class SumJob {
  private SumJob() {}

  public static void main(String[] args) throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("sum").getOrCreate()) {
      long sum = spark.range(1, 1001).selectExpr("sum(id)").first().getLong(0);
      System.out.println("sum " + sum + " on " + spark.sparkContext().master());
    }
    System.exit(args.length);
  }
}
