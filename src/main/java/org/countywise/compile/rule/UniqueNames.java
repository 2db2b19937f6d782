package org.countywise.compile.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/**
 * One name means one thing wherever it can be written.
 *
 * <p>Views, measures and indicators have names unique over all families; a view is not named like a
 * dataset; columns, computed columns, references and joins of a row do not share a name; one
 * breakdown name has one expression within a view.
 */
final class UniqueNames implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Map<String, String> views = new HashMap<>();
    definitionIndex.datasets().keySet().forEach(name -> views.put(name, "a dataset"));
    Map<String, String> measures = new HashMap<>();
    Map<String, String> indicators = new HashMap<>();
    Map<String, String> breakdowns = new HashMap<>();
    for (Family family : definitionIndex.families().values()) {
      DefinitionPath definitionPath = DefinitionPath.family(family.family());
      claim(definitionPath, "views", family.views().keySet(), views, problems);
      claim(definitionPath, "measures", family.measures().keySet(), measures, problems);
      claim(definitionPath, "indicators", family.indicators().keySet(), indicators, problems);
      definitionPath.each(
          "views", family.views(), (at, name, of) -> joins(at, of, definitionIndex, problems));
      definitionPath.each(
          "measures",
          family.measures(),
          (at, name, of) -> breakdowns(at, of, breakdowns, problems));
      definitionPath.each(
          "indicators",
          family.indicators(),
          (at, name, of) -> months(at, of, definitionIndex, problems));
    }
    definitionIndex.datasets().values().forEach(dataset -> columns(dataset, problems));
  }

  private static void claim(
      DefinitionPath definitionPath,
      String kind,
      Set<String> names,
      Map<String, String> taken,
      Problems problems) {
    String mine = "in " + definitionPath.file();
    for (String name : names) {
      String other = taken.putIfAbsent(name, mine);
      if (other != null) {
        problems.add(
            definitionPath.at(kind, name),
            "the name '" + name + "' is taken by " + owner(other),
            "names are unique over all families: give it another");
      }
    }
  }

  private static String owner(String other) {
    return other.startsWith("in ") ? "another " + other : other;
  }

  private static void columns(Dataset dataset, Problems problems) {
    DefinitionPath definitionPath = DefinitionPath.dataset(dataset.dataset());
    Set<String> taken = new HashSet<>(dataset.columns().keySet());
    columns(definitionPath.at("computed"), dataset.computed().keySet(), taken, problems);
    columns(definitionPath.at("references"), dataset.references().keySet(), taken, problems);
  }

  private static void columns(
      DefinitionPath definitionPath, Set<String> names, Set<String> taken, Problems problems) {
    for (String name : names) {
      if (!taken.add(name)) {
        problems.add(
            definitionPath.at(name),
            "the name '" + name + "' is taken by another column of the row",
            "columns, computed columns and references need names of their own");
      }
    }
  }

  private static void joins(
      DefinitionPath definitionPath,
      Family.View view,
      DefinitionIndex definitionIndex,
      Problems problems) {
    Dataset dataset = definitionIndex.dataset(view.from()).orElse(null);
    if (dataset == null) {
      return;
    }
    for (String name : view.join().keySet()) {
      if (DefinitionIndex.columns(dataset).contains(name)
          || dataset.references().containsKey(name)) {
        problems.add(
            definitionPath.at("join", name),
            "the name '" + name + "' is taken by a column or reference of " + view.from(),
            "give the join a name of its own");
      }
    }
  }

  /** Measures of one view are computed together, and broken down together. */
  private static void breakdowns(
      DefinitionPath definitionPath,
      Family.Measure measure,
      Map<String, String> known,
      Problems problems) {
    definitionPath.each(
        "by",
        measure.by(),
        (at, name, sql) -> {
          String other = known.putIfAbsent(measure.view() + "." + name, sql);
          if (other != null && !other.equals(sql)) {
            problems.add(
                at,
                "the breakdown '" + name + "' is '" + other + "' in another measure of the view",
                "write the same expression or choose another name");
          }
        });
  }

  private static void months(
      DefinitionPath definitionPath,
      Family.Indicator of,
      DefinitionIndex definitionIndex,
      Problems problems) {
    for (String name : of.overTime().keySet()) {
      if (definitionIndex.measures().containsKey(name)) {
        problems.add(
            definitionPath.at("over_time", name),
            "the name '" + name + "' is taken by a measure",
            "give the measure of other months a name of its own");
      }
    }
  }
}
