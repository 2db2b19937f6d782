package org.countywise.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Suggestion;
import org.countywise.sink.CsvSink;
import org.countywise.sink.ExportFolder;
import org.countywise.sink.ParquetSink;
import org.countywise.sink.ReleaseTables;
import org.countywise.sink.SdmxCsvSink;
import org.countywise.sink.Sink;
import org.countywise.sink.XlsxSink;
import org.countywise.table.IndicatorValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise export}: published tables as files for other tools. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the published tables of a release to a folder, or to a schema of a PostgreSQL database,",
      "and takes the place of an earlier export there at once. Villages and townships stay in the",
      "warehouse unless --restricted is given."
    })
final class ExportCommand implements Callable<Integer> {
  private static final String CSV = "csv";

  @Mixin private WarehouseOption warehouse;
  @Mixin private ReleaseOption release;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;
  @Mixin private ForOption reader;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description =
          "parquet or csv: four tables; xlsx: a workbook with a sheet for each family; sdmx-csv: SDMX-CSV"
              + " 2.0 with its structure in SDMX-JSON 2.0; postgres: a schema of a database.")
  private String format;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Where to, for files.")
  private String out;

  @Mixin private PostgresOptions postgres;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = "Values of a month or of months only, as 2020-07 or 2020-01..2020-07.")
  private Periods periods;

  @Option(names = "--restricted", description = "Villages and townships too.")
  private boolean restricted;

  @Override
  public Integer call() {
    if (postgres.asked(format)) {
      return toPostgres();
    }
    Sink sink = sink();
    postgres.refuseFor(format, out);
    String folder = Folders.absolute(out);
    Map<String, Long> written = new TreeMap<>();
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      ReleaseTables tables =
          tables(ReleaseReader.of(Warehouse.open(session), release.id(), space()));
      progressLine.report(format, "writing");
      ExportFolder target =
          UsageException.refusing(
              () -> ExportFolder.open(folder, session.sparkContext().hadoopConfiguration()));
      replace(target, sink, tables);
      tables.byName().forEach((name, table) -> written.put(name, table.count()));
    }
    report(folder, written);
    return Exit.DONE;
  }

  private static void replace(ExportFolder folder, Sink sink, ReleaseTables tables) {
    try {
      folder.replace(tables.audience(), target -> sink.write(tables, target));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private int toPostgres() {
    PostgresExport export = postgres.export(System.getenv());
    postgres.refuseFiles(out, reader.given(), restricted);
    PostgresReport done;
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      ReleaseReader source = ReleaseReader.of(Warehouse.open(session), release.id());
      done = export.of(source, values(source), progressLine);
    }
    done.print(output);
    return Exit.DONE;
  }

  private Sink sink() {
    Map<String, Sink> formats = new TreeMap<>();
    formats.put("parquet", new ParquetSink());
    formats.put(CSV, new CsvSink(reader.csv()));
    formats.put("xlsx", new XlsxSink());
    formats.put("sdmx-csv", new SdmxCsvSink(Instant.now()));
    String wanted = format.toLowerCase(Locale.ROOT);
    Sink sink = formats.get(wanted);
    if (sink == null) {
      Set<String> known = new TreeSet<>(formats.keySet());
      known.add(PostgresOptions.FORMAT);
      throw new UsageException(
          "unknown format '" + format + "'" + Suggestion.of(wanted, "formats", known));
    }
    if (reader.given() && !wanted.equals(CSV)) {
      throw new UsageException(
          "--for spreadsheet is for CSV, not for '" + format + "'; write --format csv");
    }
    return sink;
  }

  private ReleaseTables tables(ReleaseReader source) {
    return new ReleaseTables(
        source.name(),
        restricted ? ReleaseTables.Audience.RESTRICTED : ReleaseTables.Audience.EVERYBODY,
        inOrder(values(source)),
        source.table("dim_indicator").coalesce(1),
        source.table("dim_region").coalesce(1),
        source.table("dim_period").coalesce(1));
  }

  private Dataset<Row> values(ReleaseReader source) {
    Dataset<Row> values = source.values();
    if (periods != null) {
      new PublishedPeriods(source.periods()).demand(List.of(periods.names()));
      values = values.filter(IndicatorValue.PERIOD.column().isin((Object[]) periods.names()));
    }
    return values;
  }

  private static Dataset<Row> inOrder(Dataset<Row> values) {
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
