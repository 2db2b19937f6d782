package org.countywise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.release.Warehouse;
import org.countywise.report.Finding;
import org.countywise.site.SiteFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise report}: a release as a site that opens from disk. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a release as a site of one folder, in English and Chinese: bulletin, counties,",
      "indicators, map, early warning, quality, catalogue. Open OUT/index.html; it needs no server",
      "and no network. Findings and alerts are in it as counts; no household is."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ReleaseOption release;
  @Mixin private ConfOption conf;
  @Mixin private JobsOption jobs;
  @Mixin private OutputOptions output;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where to.")
  private Path out;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = {
        "The month it reports on, as 2020-07, with up to 15 months to its end; or the months it",
        "shows, as 2020-01..2020-07. Default: the last month published."
      })
  private Periods periods;

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      description = {
        "GeoJSON with boundaries of regions, drawn instead of tiles; a property of each feature has",
        "the code of its region."
      })
  private Path boundaries;

  @Override
  public Integer call() {
    SiteFolder folder = UsageException.refusing(() -> SiteFolder.open(out));
    SiteReport written;
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      ReleaseReader source = ReleaseReader.of(Warehouse.open(session), release.id());
      written =
          SiteReport.write(
              source, jobs, folder, new SiteReport.Wish(periods, boundaries), progressLine);
    }
    if (output.json()) {
      output.out().println(Json.of(told(written)));
    } else {
      output.out().println(written.start());
    }
    return Exit.DONE;
  }

  /** For scripts. */
  record Told(
      String file,
      String release,
      String period,
      List<String> periods,
      Map<String, Long> rowsByStatus,
      long warnings,
      long errors,
      long blockers) {}

  private static Told told(SiteReport written) {
    return new Told(
        written.start().toString(),
        written.edition().manifest().release(),
        written.edition().period(),
        written.edition().periods(),
        written.rowsByStatus(),
        written.number(Finding.Severity.WARNING),
        written.number(Finding.Severity.ERROR),
        written.number(Finding.Severity.BLOCKER));
  }
}
