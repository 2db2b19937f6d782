package org.countywise.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
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
 * @param batches the sound files
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
    List<Batch> batches,
    Listing listed) {

  /**
   * Opens the footers of the files of some periods.
   *
   * @param periods {@code YYYY-MM}; null for all there are
   */
  public static Source open(SparkSession spark, Delivery delivery, Scan scan, Set<String> periods) {
    Listing listed = delivery.find(scan);
    Map<Boolean, List<DataFile>> asked =
        listed.files().stream()
            .filter(f -> f.period().isEmpty() || periods == null || periods.contains(f.period()))
            .collect(Collectors.partitioningBy(DataFile::hasColon));
    List<DataFile> files = asked.get(false);
    var hadoop = spark.sparkContext().hadoopConfiguration();
    List<Footer> footers = files.parallelStream().map(file -> Footer.of(file, hadoop)).toList();
    List<Finding> findings = new ArrayList<>();
    asked.get(true).forEach(file -> findings.add(file.about(FindingType.FILE_NAME).build()));
    Schemas schemas = Schemas.of(scan, footers);
    List<Footer> sound = new ArrayList<>();
    for (Footer footer : footers) {
      List<Finding> wrong = schemas.findings(footer);
      findings.addAll(wrong);
      if (!Finding.blocks(wrong)) {
        sound.add(footer);
      }
    }
    Map<String, Long> rows = byPeriod(footers, Footer::rows, Long::sum);
    findings.addAll(withoutRows(scan, footers, rows));
    Map<String, String> contents = byPeriod(footers, Source::content, String::concat);
    List<Batch> batches = batches(scan, schemas, sound);
    return new Source(
        scan, periods, files, findings, rows, ranges(footers), contents, batches, listed);
  }

  private static <T> Map<String, T> byPeriod(
      List<Footer> footers, Function<Footer, T> of, BinaryOperator<T> sum) {
    return footers.stream()
        .collect(Collectors.toMap(footer -> footer.file().period(), of, sum, TreeMap::new));
  }

  private static String content(Footer footer) {
    return footer.file().name() + footer.file().status().getLen() + footer.content();
  }

  /** Whether a month is empty is known where all files are read. */
  private static List<Finding> withoutRows(
      Scan scan, List<Footer> footers, Map<String, Long> rows) {
    return footers.stream().anyMatch(footer -> footer.trouble() != null)
        ? List.of()
        : rows.entrySet().stream()
            .filter(month -> month.getValue() == 0)
            .map(month -> FindingType.NO_ROWS.in(scan.dataset(), month.getKey()).build())
            .toList();
  }

  private static List<Batch> batches(Scan scan, Schemas schemas, List<Footer> sound) {
    Map<Layout, Map<DataFile, Long>> layouts = new LinkedHashMap<>();
    sound.forEach(
        footer ->
            layouts
                .computeIfAbsent(schemas.layout(footer), layout -> new LinkedHashMap<>())
                .put(footer.file(), footer.rows()));
    List<Batch> batches = new ArrayList<>();
    layouts.forEach((layout, of) -> batches.add(new Batch(scan, layout, of)));
    return batches;
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
    return scan.columns().stream()
        .filter(declared -> declared.name().equals(column))
        .findFirst()
        .map(declared -> ranges.get(declared.given()));
  }

  /** The same with the files of some months only; files that do not say their month stay. */
  public Source holding(Predicate<String> months) {
    List<Batch> held =
        batches.stream()
            .map(batch -> batch.of(f -> f.period().isEmpty() || months.test(f.period())))
            .filter(batch -> !batch.rows().isEmpty())
            .toList();
    Map<String, Long> announced = new TreeMap<>(rows);
    announced.keySet().removeIf(month -> !month.isEmpty() && !months.test(month));
    return new Source(scan, periods, files, findings, announced, ranges, contents, held, listed);
  }

  /** A finding for each file that is no longer what was opened: its rows may be of both. */
  public List<Finding> changed(Delivery delivery) {
    Map<String, FileStatus> now = new HashMap<>();
    delivery.find(scan).files().forEach(file -> now.put(file.name(), file.status()));
    return files.stream()
        .filter(file -> !file.isStill(now.get(file.name())))
        .map(file -> file.about(FindingType.FILE_CHANGED).build())
        .toList();
  }

  /** Whether a month was asked for. */
  public boolean wants(String period) {
    return periods == null || periods.contains(period);
  }

  /**
   * The declared columns as they are stored, integers widened to int64, and the period.
   *
   * <p>Shape: declared columns, {@link Rows#PERIOD}; {@link Rows#fault} of a column where a file
   * holds another type than the declared one.
   */
  public Dataset<Row> read(SparkSession spark) {
    return batches.stream()
        .map(batch -> batch.read(spark.read()))
        .reduce((some, more) -> some.unionByName(more, true))
        .orElseGet(() -> nothing(spark));
  }

  private Dataset<Row> nothing(SparkSession spark) {
    StructType schema = new StructType();
    for (Scan.Column column : scan.columns()) {
      schema = schema.add(column.name(), Field.typeOf(column.stored()), true);
    }
    return spark.createDataFrame(List.of(), schema.add(Rows.PERIOD.name(), DataTypes.StringType));
  }
}
