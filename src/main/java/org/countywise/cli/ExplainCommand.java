package org.countywise.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Manifest;
import org.countywise.report.TextTemplate;
import org.countywise.run.Explanation;
import org.countywise.run.Inquiry;
import org.countywise.run.Request;
import org.countywise.table.ValueRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise explain}: the passport of one published number. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains one published number: its formula, status, inputs and earlier releases, and, where",
      "the delivery is still there, every row of it from the file to the number."
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private WarehouseOption warehouse;
  @Mixin private ReleaseOption release;
  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "INDICATOR", description = "Id of an indicator: migrant_labour.")
  private String indicator;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      description = "A code or group:NAME.")
  private String region;

  @Mixin private MonthOption period;

  @Option(
      names = "--breakdown",
      paramLabel = "NAME=VALUE",
      defaultValue = "",
      description = "One row of a breakdown: kind=road; default: the total.")
  private String breakdown;

  @Option(
      names = "--delivery",
      paramLabel = "FOLDER",
      description = "Where the delivery lies now; default: where it lay then.")
  private String delivery;

  @Option(names = "--restricted", description = "Villages, townships and suppressed values too.")
  private boolean restricted;

  @Override
  public Integer call() {
    ProvenanceReport provenanceReport;
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("warehouse", "opening");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      Warehouse opened = Warehouse.open(session);
      Table.Space space = restricted ? Table.Space.RESTRICTED : Table.Space.PUBLISHED;
      ReleaseReader from = ReleaseReader.of(opened, release.id(), space);
      ValueRow cell = cell(from);
      Manifest made = opened.manifest(cell.release());
      provenanceReport = ProvenanceReport.of(from, cell, made);
      if (provenanceReport.mayBeFollowed()) {
        provenanceReport = follow(session, provenanceReport, progressLine);
      }
    }
    if (output.json()) {
      output.out().println(Json.of(provenanceReport.told()));
    } else {
      provenanceReport.lines().forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  private ValueRow cell(ReleaseReader from) {
    Selection selection =
        Selection.of(
            from,
            new Selection.Query(
                List.of(indicator),
                region,
                List.of(),
                List.of(period.month().toString()),
                Selection.Depth.BREAKDOWNS));
    List<ValueRow> cells = selection.cells();
    return cells.stream()
        .filter(cell -> cell.breakdown().equals(breakdown))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    breakdown.isEmpty()
                        ? indicator
                            + " has no total in "
                            + region
                            + "; add --breakdown with one of "
                            + breakdowns(cells)
                        : "no row '"
                            + breakdown
                            + "'; there are "
                            + breakdowns(cells)
                            + ", and rows of zero may be left out"));
  }

  private static String breakdowns(List<ValueRow> cells) {
    List<String> known = cells.stream().map(ValueRow::breakdown).filter(b -> !b.isEmpty()).toList();
    return known.isEmpty() ? "no breakdowns here" : String.join(", ", known);
  }

  private ProvenanceReport follow(
      SparkSession session, ProvenanceReport provenanceReport, ProgressLine progressLine) {
    Manifest made = provenanceReport.made();
    if (!jobs.hash().equals(made.definitions())) {
      return provenanceReport.withoutRows(notIn(jobs.folder(), "otherDefinitions", made));
    }
    Compilation compilation = jobs.faultless();
    String family = provenanceReport.family();
    Plan plan = Analysis.plan(compilation, List.of(family));
    String folder = delivery == null ? made.delivery() : Folders.absolute(delivery);
    Request request =
        new Request(
            folder,
            List.of(period.month()),
            plan,
            made.definitions(),
            Request.Rerun.ALWAYS,
            Map.of(),
            made.dayOfRegions());
    try {
      Optional<Explanation> explanation =
          new Inquiry(session, progressLine)
              .explain(request, made.inputs(), indicator, region, breakdown);
      return explanation
          .map(provenanceReport::with)
          .orElseGet(() -> provenanceReport.withoutRows(notIn(folder, "otherFiles", made)));
    } catch (IllegalArgumentException gone) {
      return provenanceReport.withoutRows(gone.getMessage());
    }
  }

  private static String notIn(Object folder, String macro, Manifest made) {
    return TextTemplate.of("passport")
        .part(macro, Map.of("folder", folder.toString(), "release", made.release()));
  }
}
