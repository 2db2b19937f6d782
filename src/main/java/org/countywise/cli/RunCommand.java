package org.countywise.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.countywise.report.Outcome;
import org.countywise.run.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise run}: a delivery's months become a release. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Computes indicators from a delivery and publishes them as one release, or publishes nothing",
      "and says why."
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private WarehouseOption warehouse;
  @Mixin private DeliveryOptions delivery;
  @Mixin private OutputOptions output;

  @Option(
      names = "--regions-as-of",
      paramLabel = "DATE",
      converter = Day.Converter.class,
      description = {
        "Compute every period in the regions of this day, such as 2014-12-31; default: those of the",
        "last day of each period."
      })
  private LocalDate regionsAsOf;

  @Option(
      names = "--again",
      description = "Compute also what the latest release was made of and says already.")
  private boolean again;

  @Option(
      names = "--withdraw",
      paramLabel = "NAME[@PERIOD]",
      split = ",",
      description = {
        "Take an indicator, or all of a family, out of publication: in one of the months, or in all",
        "of --period. Its rows leave the release, and the manifest says so. Nothing that was published",
        "is ever replaced by nothing without this."
      })
  private List<String> withdrawn = List.of();

  @Parameters(paramLabel = "FAMILY", description = "Families of indicators; default: all.")
  private List<String> families = List.of();

  @Override
  public Integer call() {
    Compilation compilation = jobs.faultless();
    Request request = request(Analysis.plan(compilation, families));
    Outcome outcome;
    Bulletins bulletins = Bulletins.none();
    ProgressLine progressLine = output.progressLine();
    try (progressLine) {
      progressLine.report("Spark", "starting");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      progressLine.count(RowsRead.in(session)::soFar);
      outcome = Analysis.run(session, request, conf.keep(), progressLine);
      if (outcome.published()) {
        progressLine.report("bulletin", "writing");
        bulletins =
            Bulletins.write(
                session, compilation.definitions(), delivery.periods(), warehouse.folder());
      }
    }
    print(summary(outcome, progressLine), bulletins);
    return outcome.published() ? Exit.DONE : Exit.BLOCKED;
  }

  private Request request(Plan plan) {
    return new Request(
        delivery.folder(),
        delivery.periods().months(),
        plan,
        jobs.hash(),
        again ? Request.Rerun.ALWAYS : Request.Rerun.WHEN_CHANGED,
        jobs.files(),
        regionsAsOf,
        WithdrawnNames.of(withdrawn, plan, delivery.periods()));
  }

  private RunSummary summary(Outcome outcome, ProgressLine progressLine) {
    return new RunSummary(
        outcome,
        delivery.periods(),
        regionsAsOf,
        warehouse.typed(),
        progressLine.seconds(),
        progressLine.steps());
  }

  private void print(RunSummary runSummary, Bulletins bulletins) {
    if (output.json()) {
      Map<String, Object> object = runSummary.json();
      object.put("bulletins", bulletins.json());
      output.out().println(Json.of(object));
      return;
    }
    runSummary.lines().forEach(output.out()::println);
    if (!bulletins.lines().isEmpty()) {
      output.out().println();
      bulletins.lines().forEach(output.out()::println);
    }
  }
}
