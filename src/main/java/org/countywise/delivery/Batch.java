package org.countywise.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.DataSource;
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
    Path partitions = rows.keySet().iterator().next().partitions();
    return partitions == null ? monthByMonth(reader) : partitioned(reader, partitions);
  }

  /** Spark takes the period from the names of folders. */
  private Dataset<Row> partitioned(DataFrameReader reader, Path partitions) {
    StructType schema = layout.schema().add(Rows.PERIOD.name(), DataTypes.StringType);
    return layout.apply(
        literally(reader, schema)
            .option("basePath", partitions.toString())
            .parquet(paths(rows.keySet())));
  }

  private Dataset<Row> monthByMonth(DataFrameReader reader) {
    Map<String, List<DataFile>> months =
        rows.keySet().stream()
            .collect(Collectors.groupingBy(DataFile::period, TreeMap::new, Collectors.toList()));
    return months.entrySet().stream()
        .map(
            month ->
                layout
                    .apply(literally(reader, layout.schema()).parquet(paths(month.getValue())))
                    .withColumn(Rows.PERIOD.name(), functions.lit(month.getKey())))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  /** The columns as the files have them. */
  Dataset<Row> stored(DataFrameReader reader) {
    return literally(reader, layout.schema()).parquet(paths(rows.keySet()));
  }

  /** Spark would take brackets, braces, stars and question marks in paths for patterns. */
  private static DataFrameReader literally(DataFrameReader reader, StructType schema) {
    return reader.schema(schema).option(DataSource.GLOB_PATHS_KEY(), "false");
  }

  /** Some of the files. */
  Batch of(Predicate<DataFile> wanted) {
    Map<DataFile, Long> held = new LinkedHashMap<>(rows);
    held.keySet().removeIf(wanted.negate());
    return new Batch(scan, layout, held);
  }

  private static String[] paths(Collection<DataFile> files) {
    return files.stream().map(DataFile::path).toArray(String[]::new);
  }
}
