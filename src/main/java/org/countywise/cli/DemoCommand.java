package org.countywise.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.plan.Plan;
import org.countywise.release.Warehouse;
import org.countywise.report.Hash;
import org.countywise.report.Outcome;
import org.countywise.run.Request;
import org.countywise.run.Version;
import org.countywise.sample.Sample;
import org.countywise.site.SiteFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code countywise demo}: everything once, on synthetic people. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a sample delivery to ./demo/delivery, or takes the one that is there, computes all",
      "families for September 2020, shows the key indicators of the 52 listed counties and writes",
      "them all as a site to ./demo/report."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String DELIVERY = "demo/delivery";
  private static final String WAREHOUSE = "demo/warehouse";
  private static final String REPORT = "demo/report";
  private static final String LISTED = "group:listed";
  private static final YearMonth PERIOD = YearMonth.of(2020, 9);
  private static final Periods PERIODS = new Periods(PERIOD, PERIOD);
  private static final Sample.Settings SMALL = Sample.Settings.ofScale(0.01);
  private static final List<PivotTable.Column> COLUMNS =
      List.of(
          PivotTable.Column.of("migrant_labour", "migrant", "labour"),
          PivotTable.Column.of("migrant_to_base", "% of", "2019"),
          PivotTable.Column.of("migrant_yoy", "year on", "year %"),
          PivotTable.Column.of("out_migrant_rate", "out of", "county %"),
          PivotTable.Column.of("employment_rate", "employed", "%"),
          PivotTable.Column.of("zero_employment_households", "none employed", "households"),
          PivotTable.Column.of("industry_coverage_rate", "industry", "coverage %"),
          PivotTable.Column.of("public_posts_filled", "posts", "filled"));

  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Compilation compilation = jobs.faultless();
    Request request = request(Analysis.plan(compilation, List.of()));
    SiteFolder folder = UsageException.refusing(() -> SiteFolder.open(Path.of(REPORT)));
    RunSummary runSummary;
    List<String> key = List.of();
    Bulletins bulletins = Bulletins.none();
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("Spark", "starting");
      SparkSession session = Spark.open(conf.spark(), Folders.absolute(WAREHOUSE));
      SampleDelivery.keep(
          new Sample(SMALL, compilation.definitions().datasets()), Path.of(DELIVERY), progressLine);
      Outcome outcome = Analysis.run(session, request, conf.keep(), progressLine);
      runSummary = new RunSummary(outcome, PERIODS, WAREHOUSE, progressLine.seconds());
      if (outcome.published()) {
        progressLine.report("bulletin", "writing");
        key = keyIndicators(session);
        bulletins =
            Bulletins.write(
                session, compilation.definitions(), PERIODS, Folders.absolute(WAREHOUSE));
        writeSite(session, folder, progressLine);
      }
    }
    print(runSummary, key, bulletins);
    return runSummary.outcome().published() ? Exit.DONE : Exit.BLOCKED;
  }

  private Request request(Plan plan) {
    return new Request(
        Folders.absolute(DELIVERY),
        List.of(PERIOD),
        plan,
        jobs.hash(),
        Request.Rerun.WHEN_CHANGED,
        jobs.files(),
        null);
  }

  private void writeSite(SparkSession session, SiteFolder folder, ProgressLine progressLine) {
    ReleaseReader release = ReleaseReader.of(Warehouse.open(session), "");
    SiteReport.Wish wish = new SiteReport.Wish(PERIODS, null);
    String madeOf =
        List.of(release.manifest(), PERIODS, jobs.hash(), jobs.repeating(), Version.engine())
            .toString();
    new MadeFolder(folder.root(), Hash.of(madeOf))
        .unlessThere(() -> SiteReport.write(release, jobs, folder, wish, progressLine));
  }

  private void print(RunSummary runSummary, List<String> key, Bulletins bulletins) {
    if (output.json()) {
      output.out().println(Json.of(runSummary.json()));
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
    runSummary.lines().forEach(output.out()::println);
    next().forEach(output.out()::println);
    if (runSummary.outcome().published()) {
      output.out().println("The report, to open in a browser: " + REPORT + "/index.html");
    }
  }

  private static List<String> keyIndicators(SparkSession session) {
    List<String> indicators = COLUMNS.stream().map(PivotTable.Column::indicator).toList();
    Selection selection =
        Selection.of(
            ReleaseReader.of(Warehouse.open(session), ""),
            new Selection.Query(
                indicators,
                "",
                List.of(Levels.GROUP, Levels.FIRST),
                List.of(PERIOD.toString()),
                Selection.Depth.TOTALS));
    ValueTable valueTable = ValueTable.of(selection);
    List<Region> rows =
        valueTable.cells().stream()
            .map(cell -> valueTable.regions().get(cell.region()))
            .distinct()
            .sorted(
                Comparator.comparing((Region region) -> region.code().equals(LISTED))
                    .thenComparing(Region::code))
            .toList();
    return new PivotTable(COLUMNS, valueTable.titles()).lines(rows, valueTable.cells());
  }

  private static List<String> next() {
    return List.of(
        "One county:  countywise show --warehouse " + WAREHOUSE + " --region 513431 migrant_labour",
        "All indicators, and how they are defined: jobs/*.yaml; countywise plan");
  }
}
