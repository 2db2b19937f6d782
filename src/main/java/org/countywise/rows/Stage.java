package org.countywise.rows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One step of a record's path. */
public interface Stage {

  /** The rows after this step. */
  Dataset<Row> apply(Dataset<Row> rows);

  /** This step, then the next. */
  default Stage then(Stage next) {
    return rows -> next.apply(apply(rows));
  }
}
