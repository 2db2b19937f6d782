package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countywise.report.Finding;
import org.countywise.store.Warehouse;
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
      output.out().println(Json.of(json(page, facts)));
    } else {
      output.out().println(page);
    }
    return Exit.DONE;
  }

  private QualityFacts read() {
    try (Live live = output.live()) {
      live.at("warehouse", "opening");
      Release source =
          Release.of(Warehouse.open(Spark.open(conf.spark(), warehouse.folder())), release);
      live.at("findings", "reading");
      return QualityFacts.read(source, periods);
    }
  }

  private String file(QualityFacts facts) {
    String months = periods == null ? "" : "-" + periods.toString().replace("..", "-to-");
    return "quality-" + facts.manifest().release() + months + ".md";
  }

  private static Map<String, Object> json(Path page, QualityFacts facts) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", page.toString());
    object.put("release", facts.manifest().release());
    object.put("periods", facts.periods());
    object.put("rows_by_status", facts.byStatus());
    for (Finding.Severity severity : Finding.Severity.values()) {
      object.put(severity.name().toLowerCase(java.util.Locale.ROOT) + "s", facts.number(severity));
    }
    return object;
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
