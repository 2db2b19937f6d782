package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.plan.Plan;
import org.countywise.plan.Planner;
import org.countywise.plan.Territory;
import org.countywise.report.Finding;

/** Runs the worked examples of the families through the engine that runs deliveries. */
public final class Examples {
  private final SparkSession spark;
  private final Definitions definitions;

  /** Examples of definitions that {@code check} found faultless. */
  public Examples(SparkSession spark, Definitions definitions) {
    this.spark = Sessions.ofFewRows(spark);
    this.definitions = definitions;
  }

  /**
   * What came of one example.
   *
   * @param differences a sentence per expectation that was not met
   */
  public record Result(String family, String title, int expectations, List<String> differences) {}

  /** Runs every example, in the order of the files. */
  public List<Result> run() {
    return definitions.families().keySet().stream().flatMap(f -> run(f).stream()).toList();
  }

  /** Runs the examples of one family. */
  public List<Result> run(String name) {
    Family family = definitions.families().get(name);
    if (family.examples().isEmpty()) {
      return List.of();
    }
    Plan plan = Planner.plan(definitions, List.of(name));
    Plan byCodes = byCodes(plan);
    return family.examples().stream()
        .map(example -> run(family, hasRoster(plan, example) ? plan : byCodes, example))
        .toList();
  }

  private static boolean hasRoster(Plan plan, Family.Example example) {
    Territory.Roster roster = plan.territory().roster();
    return roster != null && !example.given().getOrDefault(roster.dataset(), List.of()).isEmpty();
  }

  /** The same plan with parents from leading digits, for examples without a roster. */
  private static Plan byCodes(Plan plan) {
    Territory territory = plan.territory();
    return plan.in(
        new Territory(territory.levels(), territory.unit(), null, null, territory.groups()));
  }

  private Result run(Family family, Plan plan, Family.Example example) {
    Calendar calendar =
        new Calendar(plan, List.of(YearMonth.parse(example.period())), Given.first(example));
    Engine engine =
        new Engine(spark, calendar, new Given(spark, calendar, example), (subject, action) -> {});
    engine.measure();
    if (!engine.findings().isEmpty()) {
      return new Result(
          family.family(),
          example.title(),
          example.expect().size(),
          engine.findings().stream().map(Finding::message).toList());
    }
    Map<String, Row> values = new HashMap<>();
    engine
        .publish("example")
        .values()
        .collectAsList()
        .forEach(row -> values.put(key(row.getString(0), row.getString(1), row.getString(4)), row));
    List<String> differences = new ArrayList<>();
    example
        .expect()
        .forEach(
            expected ->
                differences.addAll(
                    new Comparison(expected, values.get(key(expected))).differences()));
    return new Result(family.family(), example.title(), example.expect().size(), differences);
  }

  private static String key(Family.Expectation expected) {
    String breakdown = expected.breakdown() == null ? "" : expected.breakdown();
    return key(expected.indicator(), expected.region(), breakdown);
  }

  private static String key(String indicator, String region, String breakdown) {
    return indicator + "|" + region + "|" + breakdown;
  }
}
