package org.countywise.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise releases}: which releases there are and what each was made of. */
@Command(
    name = "releases",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the releases of a warehouse, the newest last: what each speaks of, what it was made of",
      "and whether it can still be read with --release. A warehouse that was moved, copied or",
      "restored is made whole with --adopt."
    })
final class ReleasesCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--adopt",
      description = {
        "Lets the tables of a warehouse that was moved, copied or restored from a backup name their",
        "files where they lie now. No run may be writing to it."
      })
  private boolean adopt;

  @Option(
      names = "--costs",
      paramLabel = "RELEASE",
      arity = "0..1",
      fallbackValue = "",
      description = {
        "What a release cost, step by step and dataset by dataset; default: the current one. --json",
        "has it of all releases."
      })
  private String costs;

  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;
  @Mixin private CsvOption csv;

  @Override
  public Integer call() {
    boolean toFile = csv.file() != null;
    ReleaseList list;
    Optional<CostTable> spent;
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      ReleaseList.Adopted adopted = null;
      if (adopt) {
        progressLine.report("warehouse", "adopting");
        adopted =
            new ReleaseList.Adopted(
                warehouse.folder(), UsageException.refusing(() -> Warehouse.adopt(session)));
      }
      Warehouse opened = Warehouse.open(session);
      UsageException.refusing(() -> opened.release(""));
      list = ReleaseList.of(adopted, opened.releases());
      spent = Optional.ofNullable(costs).map(of -> CostTable.of(asked(opened, of)));
    }
    if (toFile) {
      csv.write(ReleaseList.COLUMNS, list.rows());
      output.out().println(Numbers.of(list.releases().size()) + " releases in " + csv.file());
    } else if (output.json()) {
      output.out().println(Json.of(list.releases()));
    } else {
      list.lines().forEach(output.out()::println);
      spent.map(CostTable::lines).ifPresent(this::append);
    }
    return Exit.DONE;
  }

  private static Manifest asked(Warehouse opened, String release) {
    if (release.isEmpty()) {
      return UsageException.refusing(() -> opened.release(""));
    }
    List<Manifest> all = opened.releases().stream().map(Warehouse.Listed::manifest).toList();
    return all.stream()
        .filter(manifest -> manifest.release().equals(release))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "unknown release '%s' in --costs; %s"
                        .formatted(
                            release,
                            Nearest.remedy(
                                release, all.stream().map(Manifest::release).toList()))));
  }

  private void append(List<String> lines) {
    output.out().println();
    lines.forEach(output.out()::println);
  }
}
