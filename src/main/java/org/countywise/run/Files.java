package org.countywise.run;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Scan;
import org.countywise.source.Source;

/** The files of a delivery as input. */
record Files(SparkSession spark, Map<String, Source> sources) implements Input {

  @Override
  public Dataset<Row> stored(Scan scan) {
    return sources.get(scan.dataset()).read(spark);
  }

  @Override
  public Set<String> months(Scan scan) {
    return sources.get(scan.dataset()).rows().keySet();
  }
}
