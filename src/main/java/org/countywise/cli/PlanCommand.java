package org.countywise.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.plan.Plan;
import org.countywise.release.Warehouse;
import org.countywise.run.Inquiry;
import org.countywise.run.Request;
import org.countywise.store.Forecast;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise plan}: what a run would read, join, measure and derive. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what a run reads, measures and derives; needs no data. With a delivery, a warehouse and",
      "a period it says which months of which datasets that run would read, and why."
    })
final class PlanCommand implements Callable<Integer> {
  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @ArgGroup(exclusive = false)
  private Run run;

  @Parameters(paramLabel = "FAMILY", description = "Families of indicators; default: all.")
  private List<String> families = List.of();

  /** A run that is asked about. */
  private static final class Run extends DeliveryOptions {
    @Option(
        names = "--warehouse",
        paramLabel = "FOLDER",
        required = true,
        description = "Folder of the warehouse that the run would publish to.")
    private String warehouse;
  }

  @Override
  public Integer call() {
    Plan plan = Analysis.plan(jobs.faultless(), families);
    if (run == null) {
      output.out().println(output.json() ? Json.of(Map.of("plan", plan.toString())) : plan);
      return Exit.DONE;
    }
    ForecastTable table = new ForecastTable(forecasts(plan));
    if (output.json()) {
      output.out().println(Json.of(table.forecasts()));
    } else {
      table.lines().forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  private List<Forecast> forecasts(Plan plan) {
    Request request =
        new Request(
            run.folder(), run.periods().months(), plan, jobs.hash(), Request.Rerun.WHEN_CHANGED);
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("Spark", "starting");
      SparkSession session = Spark.open(conf.spark(), Folders.absolute(run.warehouse));
      return new Inquiry(session, progressLine).forecast(Warehouse.open(session), request);
    } catch (NoDeliveryException refused) {
      throw new UsageException(refused.getMessage());
    }
  }
}
