package org.countywise.compile.rule;

import java.util.List;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Claims;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/** Everything that is demanded of definitions. */
public final class Rules {
  /** Every rule there is. */
  public static final List<Rule> ALL =
      List.of(
          new LegalNames(),
          new UniqueNames(),
          new Titles(),
          new RegionScheme(),
          new RegionChanges(),
          new DeliveryTerms(),
          new FilesAndPeriods(),
          new ColumnTypes(),
          new FileColumns(),
          new DatasetKeys(),
          new Placement(),
          new References(),
          new Suppressions(),
          new Joins(),
          new NoCycles(),
          new LookingBack(),
          new Measures(),
          new Composites(),
          new NoPersonInBreakdowns(),
          new Indicators(),
          new Statistics(),
          new Balances(),
          new Disclosures(),
          new Watches(),
          new QualityRules(),
          new MadeDatasets(),
          new SoundExpressions(),
          new ExampleForEveryIndicator(),
          new ExampleRows(),
          new ExampleExpectations(),
          new BulletinFigures(),
          new BenchmarkLimits(),
          new LayoutIndicators(),
          new ClaimReferences());

  private static final List<Rule> WARNINGS = List.of(new UnfailingExpressions());

  private Rules() {}

  /** Everything wrong with definitions, at once, in the order of files and lines. */
  public static List<Problem> problems(DefinitionIndex definitionIndex) {
    return broken(ALL, definitionIndex);
  }

  /**
   * What can go wrong with definitions that are right, in the order of files and lines.
   *
   * @param definitionIndex without problems
   */
  public static List<Problem> warnings(DefinitionIndex definitionIndex) {
    return broken(WARNINGS, definitionIndex);
  }

  private static List<Problem> broken(List<Rule> rules, DefinitionIndex definitionIndex) {
    Problems problems = new Problems(definitionIndex.places());
    rules.forEach(rule -> rule.check(definitionIndex, problems));
    return problems.sorted();
  }

  /**
   * Everything wrong with a file of statements that lies anywhere.
   *
   * @param file its root in places
   */
  public static List<Problem> problems(Claims claims, String file, Places places) {
    Problems problems = new Problems(places);
    ClaimReferences.check(new DefinitionPath(file, ""), claims, problems);
    return problems.sorted();
  }
}
