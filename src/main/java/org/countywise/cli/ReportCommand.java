package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countywise.release.Warehouse;
import org.countywise.report.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code countywise report}: the quality of a release as a page. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a Markdown page about the quality of a release: counts by status, counties by",
      "problems, findings by rule with what to do, what it was made of. Reads restricted tables;",
      "keys of rows are not in it."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where to.")
  private Path out;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = Periods.Converter.class,
      description = "A month or months of the release only, as 2020-07 or 2020-01..2020-07.")
  private Periods periods;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      defaultValue = "",
      description = "Id of a release; default: the current one.")
  private String release;

  @Override
  public Integer call() {
    QualityFacts facts = read();
    Path page = out.resolve(file(facts));
    write(page, new QualityPage(facts).markdown());
    if (output.json()) {
      output.out().println(Json.of(told(page, facts)));
    } else {
      output.out().println(page);
    }
    return Exit.DONE;
  }

  private QualityFacts read() {
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      ReleaseReader source =
          ReleaseReader.of(Warehouse.open(Spark.open(conf.spark(), warehouse.folder())), release);
      progressLine.report("findings", "reading");
      return QualityFacts.read(source, periods);
    }
  }

  private String file(QualityFacts facts) {
    String months = periods == null ? "" : "-" + periods.toString().replace("..", "-to-");
    return "quality-" + facts.manifest().release() + months + ".md";
  }

  /** For scripts. */
  record Told(
      String file,
      String release,
      List<String> periods,
      Map<String, Long> rowsByStatus,
      long warnings,
      long errors,
      long blockers) {}

  private static Told told(Path page, QualityFacts facts) {
    return new Told(
        page.toString(),
        facts.manifest().release(),
        facts.periods(),
        facts.byStatus(),
        facts.number(Finding.Severity.WARNING),
        facts.number(Finding.Severity.ERROR),
        facts.number(Finding.Severity.BLOCKER));
  }

  private static void write(Path page, String text) {
    try {
      Files.createDirectories(page.toAbsolutePath().getParent());
      Files.writeString(page, text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write '" + page + "'; name a folder that can be written with --out", e);
    }
  }
}
