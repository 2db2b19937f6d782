package org.countywise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.countywise.delivery.NoDeliveryException;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;
import org.countywise.release.Table;
import org.countywise.release.Warehouse;
import org.countywise.report.Finding;
import org.countywise.run.Request;
import org.countywise.run.UnitPreview;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code countywise try}: what an edited family would change in one county. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Computes one edited family for one county, from its rows only, and shows what would differ from",
      "the current release. Publishes nothing and writes nothing."
    })
final class TryCommand implements Callable<Integer> {
  private static final Pattern FAMILY = Pattern.compile("(?m)^family: *['\"]?([a-z0-9-]+)");
  private static final String YAML = ".yaml";

  @Mixin private WarehouseOption warehouse;
  @Mixin private JobsOption jobs;
  @Mixin private ConfOption conf;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "FILE",
      description = "The edited family; it stands for the family of its name in --jobs.")
  private Path file;

  @Mixin private DeliveryOption delivery;
  @Mixin private MonthOption period;

  @Option(
      names = "--county",
      paramLabel = "CODE",
      required = true,
      description = "Code of one county, such as 522633.")
  private String county;

  @Option(names = "--restricted", description = "Small numbers too.")
  private boolean restricted;

  @Override
  public Integer call() {
    String family = family();
    Plan plan = Analysis.plan(jobs.faultless(family + YAML, file), List.of(family));
    UnitPreview.Result result;
    Trial trial;
    try (ProgressLine progressLine = output.progressLine()) {
      progressLine.report("Spark", "starting");
      SparkSession session = Spark.open(conf.spark(), warehouse.folder());
      ReleaseReader release = ReleaseReader.of(Warehouse.open(session), "", space());
      Region region = region(release, plan.regionScheme().unit());
      result = preview(session, plan, progressLine);
      progressLine.report(county, "comparing with release " + release.name());
      trial = trial(plan, family, release, region, result);
    } catch (NoDeliveryException none) {
      throw new UsageException(none.getMessage());
    }
    return print(result, trial);
  }

  private String family() {
    try {
      Matcher name = FAMILY.matcher(Files.readString(file));
      if (name.find()) {
        return name.group(1);
      }
    } catch (IOException e) {
      throw new UsageException(
          "cannot read '"
              + file
              + "' ("
              + e.getClass().getSimpleName()
              + "); name a file of a family");
    }
    throw new UsageException(
        "'"
            + file
            + "' has no line 'family: NAME'; name the file of a family, such as "
            + jobs.folder().resolve("employment" + YAML));
  }

  private Table.Space space() {
    return restricted ? Table.Space.RESTRICTED : Table.Space.PUBLISHED;
  }

  private Region region(ReleaseReader release, String unit) {
    Map<String, Region> units = release.regions(List.of(unit));
    if (!units.containsKey(county)) {
      throw new UsageException(
          "unknown " + unit + " '" + county + "'; " + UnknownRegion.remedy(county, units.values()));
    }
    return units.get(county);
  }

  private UnitPreview.Result preview(SparkSession session, Plan plan, ProgressLine progressLine) {
    Request request =
        new Request(delivery.folder(), List.of(period.month()), plan, "", Request.Rerun.ALWAYS);
    return new UnitPreview(session, progressLine, county).of(request);
  }

  private Trial trial(
      Plan plan, String family, ReleaseReader release, Region region, UnitPreview.Result result) {
    List<Trial.Moved> all =
        new TrialComparison(units(plan, release), plan.disclosure(), restricted)
            .rows(before(plan, family, release), result.values());
    return Trial.of(
        new Trial.Head(
            family,
            region,
            period.month().toString(),
            release.name(),
            release.manifest().inputs().containsAll(result.inputs()),
            restricted),
        all);
  }

  private int print(UnitPreview.Result result, Trial trial) {
    if (Finding.blocks(result.findings())) {
      refuse(result.findings());
      return Exit.BLOCKED;
    }
    if (output.json()) {
      output.out().println(Json.of(trial));
    } else {
      trial.lines().forEach(output.out()::println);
    }
    return Exit.DONE;
  }

  /** What stands against computing anything, for scripts. */
  record Refused(List<RunSummary.ToldFinding> findings) {}

  private void refuse(List<Finding> findings) {
    if (output.json()) {
      output
          .out()
          .println(
              Json.of(new Refused(findings.stream().map(RunSummary.ToldFinding::of).toList())));
    } else {
      FindingLines.of(findings).forEach(output.out()::println);
    }
  }

  /** What the release says of the family's indicators, those that the edited file lost too. */
  private List<ValueRow> before(Plan plan, String family, ReleaseReader release) {
    Set<String> indicators =
        plan.indicators().stream().map(Derivation::indicator).collect(Collectors.toSet());
    release
        .table("dim_indicator")
        .filter(Field.declared("job_file").equalTo(family + YAML))
        .select(IndicatorValue.INDICATOR.column())
        .collectAsList()
        .forEach(row -> indicators.add(row.getString(0)));
    return release.cells(
        IndicatorValue.INDICATOR
            .in(indicators)
            .and(IndicatorValue.REGION.column().equalTo(county))
            .and(IndicatorValue.PERIOD.column().equalTo(period.month().toString())));
  }

  private static Map<String, String> units(Plan plan, ReleaseReader release) {
    Map<String, String> units = new HashMap<>();
    release.titles().forEach((indicator, title) -> units.put(indicator, title.unit()));
    plan.indicators().forEach(of -> units.put(of.indicator(), of.unit()));
    return units;
  }
}
