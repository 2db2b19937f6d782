package org.countywise.compile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.rule.Rules;
import org.countywise.definition.Claims;
import org.countywise.definition.Definitions;
import org.countywise.plan.Plan;
import org.countywise.report.Places;
import org.countywise.report.Problem;

/**
 * Makes of definitions what is wrong with them or, where nothing is, the plan. What their names
 * mean is found once, for both.
 */
public final class Compilation {
  private final DefinitionIndex definitionIndex;
  private final List<Problem> problems;

  private Compilation(DefinitionIndex definitionIndex, List<Problem> problems) {
    this.definitionIndex = definitionIndex;
    this.problems = problems;
  }

  /**
   * Resolves definitions and holds them against every rule.
   *
   * @param places where things stand in their files
   */
  public static Compilation of(Definitions definitions, Places places) {
    DefinitionIndex definitionIndex = DefinitionIndex.of(definitions, places);
    return new Compilation(definitionIndex, Rules.problems(definitionIndex));
  }

  /**
   * Resolves definitions that are known to keep every rule.
   *
   * @param families names of those that are planned; none for all
   * @throws IllegalArgumentException naming a family that does not exist
   */
  public static Plan plan(Definitions definitions, Collection<String> families) {
    Places nowhere = new Places(Map.of());
    return new Compilation(DefinitionIndex.of(definitions, nowhere), List.of()).plan(families);
  }

  /**
   * Everything wrong with a file of statements that lies anywhere.
   *
   * @param file its root in places
   */
  public static List<Problem> problems(Claims claims, String file, Places places) {
    return Rules.problems(claims, file, places);
  }

  /** What was resolved. */
  public Definitions definitions() {
    return definitionIndex.definitions();
  }

  /** Everything wrong with the definitions, at once, in the order of files and lines. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * What can go wrong with definitions that are right, in the order of files and lines.
   *
   * @throws IllegalStateException where they have problems
   */
  public List<Problem> warnings() {
    return Rules.warnings(faultless());
  }

  /**
   * The plan of some families.
   *
   * @param families names; none for all
   * @throws IllegalArgumentException naming a family that does not exist
   * @throws IllegalStateException where the definitions have problems
   */
  public Plan plan(Collection<String> families) {
    return Planner.plan(faultless(), families);
  }

  private DefinitionIndex faultless() {
    if (!problems.isEmpty()) {
      throw new IllegalStateException("definitions with problems: " + problems);
    }
    return definitionIndex;
  }
}
