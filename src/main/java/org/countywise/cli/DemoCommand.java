package org.countywise.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.definition.Definitions;
import org.countywise.plan.Plan;
import org.countywise.run.Outcome;
import org.countywise.run.Request;
import org.countywise.sample.Sample;
import org.countywise.store.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code countywise demo}: everything once, on synthetic people. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a sample delivery to ./demo/delivery, or takes the one that is there, computes all",
      "families for September 2020 and shows the key indicators of the 52 listed counties."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String DELIVERY = "demo/delivery";
  private static final String WAREHOUSE = "demo/warehouse";
  private static final String LISTED = "group:listed";
  private static final YearMonth PERIOD = YearMonth.of(2020, 9);
  private static final Sample.Settings SMALL = Sample.Settings.ofScale(0.01);
  private static final List<SideBySide.Column> COLUMNS =
      List.of(
          SideBySide.Column.of("migrant_labour", "migrant", "labour"),
          SideBySide.Column.of("migrant_to_base", "% of", "2019"),
          SideBySide.Column.of("migrant_yoy", "year on", "year %"),
          SideBySide.Column.of("out_migrant_rate", "out of", "county %"),
          SideBySide.Column.of("employment_rate", "employed", "%"),
          SideBySide.Column.of("zero_employment_households", "none employed", "households"),
          SideBySide.Column.of("industry_coverage_rate", "industry", "coverage %"),
          SideBySide.Column.of("public_posts_filled", "posts", "filled"));

  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Definitions definitions = jobs.faultless();
    Plan plan = Analysis.plan(definitions, List.of());
    Request request =
        new Request(
            Folders.absolute(DELIVERY),
            List.of(PERIOD),
            plan,
            jobs.hash(),
            Request.Rerun.WHEN_CHANGED,
            jobs.files(),
            null);
    Periods periods = new Periods(PERIOD, PERIOD);
    Closing closing;
    List<String> key = List.of();
    Bulletins bulletins = Bulletins.none();
    try (Live live = output.live()) {
      live.at("Spark", "starting");
      SparkSession session = Spark.open(conf.spark(), Folders.absolute(WAREHOUSE));
      SampleDelivery.keep(session, SMALL, Path.of(DELIVERY), live);
      Outcome outcome = Analysis.run(session, request, conf.keep(), live);
      closing = new Closing(outcome, periods, WAREHOUSE, live.seconds());
      if (outcome.published()) {
        live.at("bulletin", "writing");
        key = keyIndicators(session);
        bulletins = Bulletins.write(session, definitions, periods, Folders.absolute(WAREHOUSE));
      }
    }
    print(closing, key, bulletins);
    return closing.outcome().published() ? Exit.DONE : Exit.BLOCKED;
  }

  private void print(Closing closing, List<String> key, Bulletins bulletins) {
    if (output.json()) {
      output.out().println(Json.of(closing.json()));
      return;
    }
    if (!key.isEmpty()) {
      output
          .out()
          .println("Synthetic people in the 52 counties under listed supervision, " + PERIOD);
      output.out().println();
      key.forEach(output.out()::println);
      output.out().println();
    }
    if (!bulletins.lines().isEmpty()) {
      bulletins.lines().forEach(output.out()::println);
      output.out().println();
    }
    closing.lines().forEach(output.out()::println);
    next().forEach(output.out()::println);
  }

  private static List<String> keyIndicators(SparkSession session) {
    List<String> indicators = COLUMNS.stream().map(SideBySide.Column::indicator).toList();
    Selection selection =
        Selection.of(
            Release.of(Warehouse.open(session), ""),
            new Selection.Wish(
                indicators,
                "",
                List.of(Levels.GROUP, Levels.FIRST),
                List.of(PERIOD.toString()),
                Selection.Depth.TOTALS));
    Shown shown = Shown.of(selection);
    List<Region> rows =
        shown.cells().stream()
            .map(cell -> shown.regions().get(cell.region()))
            .distinct()
            .sorted(
                Comparator.comparing((Region region) -> region.code().equals(LISTED))
                    .thenComparing(Region::code))
            .toList();
    return new SideBySide(COLUMNS, shown.titles()).lines(rows, shown.cells());
  }

  private static List<String> next() {
    return List.of(
        "One county:  countywise show --warehouse " + WAREHOUSE + " --region 513431 migrant_labour",
        "All indicators, and how they are defined: jobs/*.yaml; countywise plan");
  }
}
