package org.countywise.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise diff}: what differs between two releases, and why. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Lists every cell whose value or status differs between two releases, the largest change first,",
      "and splits each difference by its causes, whose parts add up to it. For the causes both",
      "deliveries must still be there; the months are computed again from them, some times."
    })
final class DiffCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "INDICATOR", description = "Ids of indicators; default: all.")
  private List<String> indicators = List.of();

  @Option(names = "--from", paramLabel = "RELEASE", required = true, description = "The older one.")
  private String from;

  @Option(names = "--to", paramLabel = "RELEASE", required = true, description = "The newer one.")
  private String to;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = "A month or months; default: all that both releases have.")
  private Periods periods;

  @Option(
      names = "--delivery-from",
      paramLabel = "FOLDER",
      description = "Where the older release's delivery lies now; default: where it lay then.")
  private String deliveryFrom;

  @Option(
      names = "--delivery-to",
      paramLabel = "FOLDER",
      description = "Where the newer release's delivery lies now; default: where it lay then.")
  private String deliveryTo;

  @Option(names = "--no-causes", description = "Only what differs, not why.")
  private boolean noCauses;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "40",
      description = "Cells to print; default: ${DEFAULT-VALUE}. --json has all.")
  private int limit;

  @Option(names = "--restricted", description = "Villages, townships and suppressed values too.")
  private boolean restricted;

  @Mixin private CsvOption csv;

  @Override
  public Integer call() {
    boolean toFile = csv.file() != null;
    Changes changes;
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      Warehouse opened = Warehouse.open(session);
      Table.Space space = restricted ? Table.Space.RESTRICTED : Table.Space.PUBLISHED;
      ReleaseReader older = ReleaseReader.of(opened, from, space);
      ReleaseReader newer = ReleaseReader.of(opened, to, space);
      progressLine.report("values", "comparing");
      changes =
          Changes.between(
              older, newer, indicators, periods == null ? List.of() : List.of(periods.names()));
      if (!noCauses && !changes.cells().isEmpty()) {
        changes =
            new Causes(session, progressLine)
                .split(
                    changes,
                    deliveryFrom == null ? "" : Folders.absolute(deliveryFrom),
                    deliveryTo == null ? "" : Folders.absolute(deliveryTo));
      }
    }
    if (toFile) {
      csv.write(Changes.COLUMNS, changes.rows());
      output.out().println(Numbers.of(changes.cells().size()) + " changes in " + csv.file());
    } else if (output.json()) {
      output.out().println(Json.of(changes.told()));
    } else {
      ChangeList.of(changes, limit).lines().forEach(output.out()::println);
    }
    return Exit.DONE;
  }
}
