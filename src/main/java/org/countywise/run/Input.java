package org.countywise.run;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;

/** Where the rows of a run come from: a delivery, or the rows of a worked example. */
interface Input {
  /** The rows of a dataset as they are stored, with their period. */
  Dataset<Row> stored(Scan scan);

  /** Months of a dataset there are rows or files for, {@code YYYY-MM}. */
  Set<String> months(Scan scan);

  /** Whether the dataset's key is one whole number, from a range with few gaps. */
  boolean dense(Scan scan);

  /** Names of the datasets in which a key occurs more than once in a period. */
  default Set<String> repeating(List<Scan> scans) {
    return new Keys(this).repeating(scans);
  }
}
