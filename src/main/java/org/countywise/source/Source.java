package org.countywise.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.DataSource;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * The files of one dataset that a run reads, proven by their footers.
 *
 * @param periods months that were asked for, null for all
 * @param findings what is wrong with files or their columns; a blocker means {@link #read} must not
 *     be called
 * @param rows rows by period, as the footers say
 * @param ranges of the whole-number columns of all files, where their statistics tell
 * @param contents text per period that changes when a file does
 * @param listed everything that lies in the dataset's folder, of all months
 */
public record Source(
    Scan scan,
    Set<String> periods,
    List<DataFile> files,
    List<Finding> findings,
    Map<String, Long> rows,
    Map<String, Range> ranges,
    Map<String, String> contents,
    Listing listed) {

  /**
   * Opens the footers of the files of some periods.
   *
   * @param periods {@code YYYY-MM}; null for all there are
   */
  public static Source open(SparkSession spark, Delivery delivery, Scan scan, Set<String> periods) {
    Listing listed = delivery.find(scan);
    List<DataFile> asked =
        listed.files().stream()
            .filter(f -> f.period().isEmpty() || periods == null || periods.contains(f.period()))
            .toList();
    List<DataFile> files = asked.stream().filter(file -> !file.hasColon()).toList();
    var hadoop = spark.sparkContext().hadoopConfiguration();
    List<Footer> footers = files.parallelStream().map(file -> Footer.of(file, hadoop)).toList();
    List<Finding> findings = new ArrayList<>();
    asked.stream().filter(DataFile::hasColon).forEach(file -> findings.add(withColon(file)));
    Map<String, Long> rows = new TreeMap<>();
    Map<String, String> contents = new TreeMap<>();
    for (Footer footer : footers) {
      findings.addAll(
          footer.trouble() != null ? List.of(footer.trouble()) : Schemas.findings(scan, footer));
      rows.merge(footer.file().period(), footer.rows(), Long::sum);
      contents.merge(
          footer.file().period(),
          footer.file().name() + footer.file().status().getLen() + footer.content(),
          String::concat);
    }
    boolean readable = footers.stream().allMatch(footer -> footer.trouble() == null);
    rows.forEach(
        (period, number) -> {
          if (number == 0 && readable) {
            findings.add(withoutRows(scan, period));
          }
        });
    return new Source(scan, periods, files, findings, rows, ranges(footers), contents, listed);
  }

  private static Finding withColon(DataFile file) {
    return new Finding(
        "file_name",
        file.dataset(),
        file.period(),
        "",
        Finding.Severity.BLOCKER,
        0,
        List.of(),
        "file "
            + file.name()
            + " has a colon in its name, which the file systems of Hadoop cannot open; rename it");
  }

  private static Finding withoutRows(Scan scan, String period) {
    return new Finding(
        "no_rows",
        scan.dataset(),
        period,
        "",
        Finding.Severity.WARNING,
        0,
        List.of(),
        "the files are there and hold no row; that is right where there was nothing to count and the"
            + " control totals say 0, else ask for the rows");
  }

  private static Map<String, Range> ranges(List<Footer> footers) {
    Map<String, Range> ranges = new HashMap<>();
    List<Footer> filled = footers.stream().filter(footer -> footer.rows() > 0).toList();
    filled.forEach(footer -> footer.ranges().forEach((c, r) -> ranges.merge(c, r, Range::and)));
    filled.forEach(footer -> ranges.keySet().retainAll(footer.ranges().keySet()));
    return ranges;
  }

  /** The values of a whole-number column, where the files' statistics tell. */
  public Optional<Range> range(String column) {
    return Optional.ofNullable(ranges.get(column));
  }

  /** Whether a month was asked for. */
  public boolean wants(String period) {
    return periods == null || periods.contains(period);
  }

  /**
   * The declared columns as they are stored, integers widened to int64, and the period.
   *
   * <p>Shape: declared columns, {@link Rows#PERIOD}.
   */
  public Dataset<Row> read(SparkSession spark) {
    StructType schema = schema();
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), schema.add(Rows.PERIOD.name(), DataTypes.StringType));
    }
    if (!scan.period().isEmpty() || scan.kind() == Scan.Kind.REFERENCE) {
      String period = scan.period().isEmpty() ? "''" : scan.period();
      return literally(spark, schema, files).withColumn(Rows.PERIOD.name(), functions.expr(period));
    }
    Path partitions = files.get(0).partitions();
    return partitions == null
        ? monthByMonth(spark, schema)
        : partitioned(spark, schema, partitions);
  }

  /** Spark takes the period from the names of folders. */
  private Dataset<Row> partitioned(SparkSession spark, StructType schema, Path partitions) {
    return reader(spark, schema.add(Rows.PERIOD.name(), DataTypes.StringType))
        .option("basePath", partitions.toString())
        .parquet(paths(files));
  }

  private Dataset<Row> monthByMonth(SparkSession spark, StructType schema) {
    Map<String, List<DataFile>> months =
        files.stream()
            .collect(Collectors.groupingBy(DataFile::period, TreeMap::new, Collectors.toList()));
    return months.entrySet().stream()
        .map(
            month ->
                literally(spark, schema, month.getValue())
                    .withColumn(Rows.PERIOD.name(), functions.lit(month.getKey())))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> literally(
      SparkSession spark, StructType schema, List<DataFile> files) {
    return reader(spark, schema).parquet(paths(files));
  }

  /** Spark would take brackets, braces, stars and question marks in paths for patterns. */
  private static DataFrameReader reader(SparkSession spark, StructType schema) {
    return spark.read().schema(schema).option(DataSource.GLOB_PATHS_KEY(), "false");
  }

  private static String[] paths(List<DataFile> files) {
    return files.stream().map(DataFile::path).toArray(String[]::new);
  }

  private StructType schema() {
    StructType schema = new StructType();
    for (Scan.Column column : scan.columns()) {
      schema = schema.add(column.name(), stored(column), true);
    }
    return schema;
  }

  private static DataType stored(Scan.Column column) {
    return column.text() ? DataTypes.StringType : Field.typeOf(column.type());
  }
}
