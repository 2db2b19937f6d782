package org.countywise.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.sink.CsvSink;
import org.countywise.sink.ParquetSink;
import org.countywise.sink.Sink;
import org.countywise.table.IndicatorValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise export}: published tables as files for other tools. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the published tables to OUT/indicator_value, OUT/dim_indicator, OUT/dim_region and",
      "OUT/dim_period. Villages and townships stay in the warehouse unless --restricted is given."
    })
final class ExportCommand implements Callable<Integer> {
  private static final String CSV = "csv";

  @Mixin private WarehouseOption warehouse;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;
  @Mixin private ForOption reader;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "parquet or csv.")
  private String format;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where to.")
  private String out;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = "Values of a month or of months only, as 2020-07 or 2020-01..2020-07.")
  private Periods periods;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      defaultValue = "",
      description = "Id of a release; default: the current one.")
  private String release;

  @Option(names = "--restricted", description = "Villages and townships too.")
  private boolean restricted;

  @Override
  public Integer call() {
    Sink sink = sink();
    String folder = Folders.absolute(out);
    Map<String, Long> written = new TreeMap<>();
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      ReleaseReader source = ReleaseReader.of(Warehouse.open(session), release, space());
      Target target = Target.open(folder, session.sparkContext().hadoopConfiguration());
      Dataset<Row> values = values(source);
      for (String table : ReleaseReader.TABLES) {
        progressLine.report(table, "writing");
        Dataset<Row> rows =
            table.equals("indicator_value") ? values : source.table(table).coalesce(1);
        sink.write(rows, target.folder(table));
        written.put(table, rows.count());
      }
    }
    report(folder, written);
    return Exit.DONE;
  }

  private Sink sink() {
    Map<String, Sink> formats =
        new TreeMap<>(Map.of("parquet", new ParquetSink(), CSV, new CsvSink(reader.csv())));
    String wanted = format.toLowerCase(Locale.ROOT);
    Sink sink = formats.get(wanted);
    if (sink == null) {
      throw new UsageException(
          "unknown format '"
              + format
              + "'; known formats are "
              + String.join(", ", formats.keySet()));
    }
    if (reader.given() && !wanted.equals(CSV)) {
      throw new UsageException(
          "--for spreadsheet is for CSV, not for '" + format + "'; write --format csv");
    }
    return sink;
  }

  private Dataset<Row> values(ReleaseReader source) {
    Dataset<Row> values = source.values();
    if (periods != null) {
      var known = source.periods();
      periods.months().stream()
          .map(Object::toString)
          .filter(month -> !known.contains(month))
          .findFirst()
          .ifPresent(
              month -> {
                throw new UsageException(
                    "period '"
                        + month
                        + "' is not published; published are "
                        + String.join(", ", known));
              });
      values = values.filter(IndicatorValue.PERIOD.column().isin((Object[]) periods.names()));
    }
    return values
        .coalesce(1)
        .sortWithinPartitions(
            IndicatorValue.PERIOD.column(),
            IndicatorValue.INDICATOR.column(),
            IndicatorValue.LEVEL.column(),
            IndicatorValue.REGION.column(),
            IndicatorValue.BREAKDOWN.column());
  }

  private Table.Space space() {
    return restricted ? Table.Space.RESTRICTED : Table.Space.PUBLISHED;
  }

  private void report(String folder, Map<String, Long> written) {
    if (output.json()) {
      output.out().println(Json.of(Map.of("folder", folder, "rows", written)));
      return;
    }
    Grid grid = new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT).head("table", "rows");
    written.forEach((table, rows) -> grid.row(table, Numbers.of(rows)));
    grid.lines().forEach(output.out()::println);
    output.out().println();
    output
        .out()
        .println("Written to " + folder + (restricted ? ", restricted levels included." : "."));
  }
}
