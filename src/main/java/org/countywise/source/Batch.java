package org.countywise.source;

import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.plan.Scan;
import org.countywise.table.Rows;

/**
 * Files of one layout, which are read together.
 *
 * @param rows how many each file announces
 */
record Batch(Scan scan, Layout layout, Map<DataFile, Long> rows) {

  /** The declared columns, and the period. */
  Dataset<Row> read(DataFrameReader reader) {
    if (!scan.period().isEmpty() || scan.kind() == Scan.Kind.REFERENCE) {
      String period = scan.period().isEmpty() ? "''" : scan.period();
      return layout.apply(stored(reader)).withColumn(Rows.PERIOD.name(), functions.expr(period));
    }
    String root = rows.keySet().iterator().next().partitionRoot();
    StructType schema = layout.schema().add(Rows.PERIOD.name(), DataTypes.StringType);
    return layout.apply(reader.schema(schema).option("basePath", root).parquet(paths()));
  }

  /** The columns as the files have them. */
  Dataset<Row> stored(DataFrameReader reader) {
    return reader.schema(layout.schema()).parquet(paths());
  }

  /** One of the files alone. */
  Batch of(DataFile file) {
    return new Batch(scan, layout, Map.of(file, rows.get(file)));
  }

  private String[] paths() {
    return rows.keySet().stream().map(DataFile::path).toArray(String[]::new);
  }
}
