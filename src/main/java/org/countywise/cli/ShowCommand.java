package org.countywise.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.table.IndicatorValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise show}: published values on the terminal. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows published values; without INDICATOR the key indicators side by side. Below several months",
      "stands how they go: a bar for each, a point where there is no number."
    })
final class ShowCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ReleaseOption release;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "INDICATOR", description = "Ids of indicators, such as migrant_labour.")
  private List<String> indicators = List.of();

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = "One region: a code or group:NAME.")
  private String region;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      split = ",",
      description = "Levels of regions; default: county,group.")
  private List<String> levels = List.of();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = "A month or months, 2020-07 or 2020-01..2020-07; default: the latest one.")
  private Periods periods;

  @Option(names = "--parts", description = "Numerator and denominator too.")
  private boolean parts;

  @Option(
      names = "--breakdowns",
      description = "Breakdowns too; for one region they are always shown.")
  private boolean breakdowns;

  @Option(
      names = "--restricted",
      description = "The restricted tables: villages and townships too.")
  private boolean restricted;

  @Mixin private CsvOption csv;

  @Override
  public Integer call() {
    boolean toFile = csv.file() != null;
    ValueTable valueTable = read();
    if (toFile) {
      csv.write(List.of(IndicatorValue.SCHEMA.fieldNames()), valueTable.rows());
      output.out().println(Numbers.of(valueTable.cells().size()) + " values in " + csv.file());
    } else {
      print(valueTable);
    }
    return Exit.DONE;
  }

  private ValueTable read() {
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      var session = Spark.open(conf.spark(), warehouse.folder());
      Selection selection =
          Selection.of(ReleaseReader.of(Warehouse.open(session), release.id(), space()), query());
      progressLine.report("values", "reading");
      return ValueTable.of(selection);
    }
  }

  private Table.Space space() {
    return restricted ? Table.Space.RESTRICTED : Table.Space.PUBLISHED;
  }

  private Selection.Query query() {
    return new Selection.Query(
        indicators,
        region == null ? "" : region,
        levels,
        periods == null ? List.of() : List.of(periods.names()),
        breakdowns || region != null ? Selection.Depth.BREAKDOWNS : Selection.Depth.TOTALS);
  }

  private void print(ValueTable valueTable) {
    if (output.json()) {
      output.out().println(Json.of(valueTable.told()));
    } else if (parts) {
      valueTable.withParts().forEach(output.out()::println);
    } else {
      valueTable.lines().forEach(output.out()::println);
    }
  }
}
