package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.compile.Compilation;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.rows.Width;

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
    return run(definitions.families().keySet());
  }

  /**
   * Runs the examples of some families, in their order: several at once, since one leaves a
   * processor without work while its steps are planned.
   */
  public List<Result> run(Collection<String> families) {
    List<Supplier<Result>> all = families.stream().flatMap(this::examples).toList();
    return all.parallelStream().map(example -> spark.withActive(example::get)).toList();
  }

  private Stream<Supplier<Result>> examples(String name) {
    Family family = definitions.families().get(name);
    if (family.examples().isEmpty()) {
      return Stream.of();
    }
    Plan plan = Compilation.plan(definitions, List.of(name));
    Plan byCodes = byCodes(plan);
    return family.examples().stream()
        .<Supplier<Result>>map(
            example -> () -> run(family, hasRoster(plan, example) ? plan : byCodes, example));
  }

  private static boolean hasRoster(Plan plan, Family.Example example) {
    RegionScheme.Roster roster = plan.regionScheme().roster();
    return roster != null && !example.given().getOrDefault(roster.dataset(), List.of()).isEmpty();
  }

  /** What one more example of a family does not meet. */
  List<String> differences(String name, Family.Example example) {
    Plan plan = Compilation.plan(definitions, List.of(name));
    Plan used = hasRoster(plan, example) ? plan : byCodes(plan);
    return run(definitions.families().get(name), used, example).differences();
  }

  /** The same plan with parents from leading digits, for examples without a roster. */
  private static Plan byCodes(Plan plan) {
    RegionScheme scheme = plan.regionScheme();
    return plan.in(new RegionScheme(scheme.levels(), scheme.unit(), null, null, scheme.groups()));
  }

  private Result run(Family family, Plan plan, Family.Example example) {
    Calendar calendar =
        new Calendar(plan, List.of(YearMonth.parse(example.period())), ExampleInput.first(example));
    List<String> differences = new ArrayList<>();
    try {
      differences.addAll(Reckoning.of(width -> differences(calendar, example, width)));
    } catch (Exception | Error e) { // Spark throws checked ones that no signature declares
      Arithmetic failure = Arithmetic.of(e).orElse(null);
      if (failure == null) {
        throw e;
      }
      differences.add("an expression cannot be reckoned for its rows: " + failure.words());
    }
    return new Result(family.family(), example.title(), example.expect().size(), differences);
  }

  private List<String> differences(Calendar calendar, Family.Example example, Width width) {
    ExampleInput exampleInput = new ExampleInput(spark, calendar, example);
    Engine engine = new Engine(spark, calendar, exampleInput, (subject, action) -> {}, width);
    MeasuredRows measured = engine.measure();
    if (!measured.findings().isEmpty()) {
      return measured.findings().stream().map(Finding::message).toList();
    }
    Map<String, Row> values = new HashMap<>();
    measured
        .compute("example")
        .values()
        .collectAsList()
        .forEach(row -> values.put(key(row.getString(0), row.getString(1), row.getString(4)), row));
    return example.expect().stream()
        .flatMap(of -> new Comparison(of, values.get(key(of))).differences().stream())
        .toList();
  }

  private static String key(Family.Expectation expected) {
    String breakdown = expected.breakdown() == null ? "" : expected.breakdown();
    return key(expected.indicator(), expected.region(), breakdown);
  }

  private static String key(String indicator, String region, String breakdown) {
    return indicator + "|" + region + "|" + breakdown;
  }
}
