package org.countywise.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.countywise.release.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise findings}: everything that was found. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description = {
      "Lists all findings of the current release, and before them those of a later run that published",
      "nothing."
    })
final class FindingsCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;
  @Mixin private CsvOption csv;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      defaultValue = "",
      description = "Findings of one rule, such as rejected_row.")
  private String rule;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = "Findings of a month or of months only, as 2020-07 or 2020-01..2020-07.")
  private Periods periods;

  @Option(
      names = "--restricted",
      description = "With keys of at most five of the rows, which may name persons or households.")
  private boolean restricted;

  @Override
  public Integer call() {
    boolean toFile = csv.file() != null;
    FindingList list = read();
    if (toFile) {
      csv.write(list.columns(), list.rows());
      output.out().println(Numbers.of(list.findings().size()) + " findings in " + csv.file());
    } else if (output.json()) {
      output.out().println(Json.of(list.json()));
    } else {
      list.lines().forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  private FindingList read() {
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      Warehouse opened = Warehouse.open(Spark.open(conf.spark(), warehouse.folder()));
      progressLine.report("findings", "reading");
      return FindingList.read(opened, restricted)
          .of(rule, periods == null ? List.of() : List.of(periods.names()));
    }
  }
}
