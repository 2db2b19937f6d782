package org.countywise.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.Source;
import org.countywise.plan.Scan;

/**
 * The files of a delivery as input.
 *
 * @param read what was asked for already
 */
record Files(SparkSession spark, Map<String, Source> sources, Map<String, Dataset<Row>> read)
    implements Input {
  private static final long DENSE = 64;
  private static final long SMALL = 1_000_000;

  Files(SparkSession spark, Map<String, Source> sources) {
    this(spark, sources, new HashMap<>());
  }

  @Override
  public Dataset<Row> stored(Scan scan) {
    return read.computeIfAbsent(scan.dataset(), of -> sources.get(of).read(spark));
  }

  @Override
  public Set<String> months(Scan scan) {
    return sources.get(scan.dataset()).rows().keySet();
  }

  @Override
  public boolean dense(Scan scan) {
    Source source = sources.get(scan.dataset());
    long rows = source.rows().values().stream().mapToLong(Long::longValue).sum();
    return scan.key().size() == 1
        && source
            .range(scan.key().get(0))
            .filter(ids -> ids.least() >= 0 && ids.greatest() < Math.max(SMALL, DENSE * rows))
            .isPresent();
  }
}
