package org.countywise.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** One name means one thing wherever it can be written. */
final class UniqueNames implements Rule {

  @Override
  public String demand() {
    return "views, measures and indicators have names unique over all families; a view is not named"
        + " like a dataset; columns, computed columns, references and joins of a row do not share"
        + " a name; one breakdown name has one expression within a view";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    Map<String, String> views = new HashMap<>();
    jobs.datasets().keySet().forEach(name -> views.put(name, "a dataset"));
    Map<String, String> measures = new HashMap<>();
    Map<String, String> indicators = new HashMap<>();
    Map<String, String> breakdowns = new HashMap<>();
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family());
      claim(spot, "views", family.views().keySet(), views, problems);
      claim(spot, "measures", family.measures().keySet(), measures, problems);
      claim(spot, "indicators", family.indicators().keySet(), indicators, problems);
      family.views().forEach((name, view) -> joins(spot.at("views", name), view, jobs, problems));
      family
          .measures()
          .forEach((name, of) -> breakdowns(spot.at("measures", name), of, breakdowns, problems));
      family
          .indicators()
          .forEach((name, of) -> months(spot.at("indicators", name), of, jobs, problems));
    }
    jobs.datasets().values().forEach(dataset -> columns(dataset, problems));
  }

  private static void claim(
      Spot spot, String kind, Set<String> names, Map<String, String> taken, Problems problems) {
    String mine = "in " + spot.file();
    for (String name : names) {
      String other = taken.putIfAbsent(name, mine);
      if (other != null) {
        problems.add(
            spot.at(kind, name), "the name '" + name + "' is taken by " + owner(other), rename());
      }
    }
  }

  private static String owner(String other) {
    return other.startsWith("in ") ? "another " + other : other;
  }

  private static String rename() {
    return "names are unique over all families: give it another";
  }

  private static void columns(Dataset dataset, Problems problems) {
    Spot spot = Spot.dataset(dataset.dataset());
    for (Map.Entry<String, String> name : shared(dataset).entrySet()) {
      String[] path = name.getValue().split("\\.");
      problems.add(
          spot.at(path),
          "the name '" + name.getKey() + "' is taken by another column of the row",
          "columns, computed columns and references need names of their own");
    }
  }

  private static Map<String, String> shared(Dataset dataset) {
    Map<String, String> shared = new LinkedHashMap<>();
    Set<String> columns = dataset.columns().keySet();
    for (String name : dataset.computed().keySet()) {
      if (columns.contains(name)) {
        shared.put(name, "computed." + name);
      }
    }
    for (String name : dataset.references().keySet()) {
      if (columns.contains(name) || dataset.computed().containsKey(name)) {
        shared.put(name, "references." + name);
      }
    }
    return shared;
  }

  private static void joins(Spot spot, Family.View view, Jobs jobs, Problems problems) {
    Dataset dataset = jobs.dataset(view.from()).orElse(null);
    if (dataset == null) {
      return;
    }
    for (String name : view.join().keySet()) {
      if (Jobs.columns(dataset).contains(name) || dataset.references().containsKey(name)) {
        problems.add(
            spot.at("join", name),
            "the name '" + name + "' is taken by a column or reference of " + view.from(),
            "give the join a name of its own");
      }
    }
  }

  /** Measures of one view are computed together, and broken down together. */
  private static void breakdowns(
      Spot spot, Family.Measure measure, Map<String, String> known, Problems problems) {
    measure
        .by()
        .forEach(
            (name, sql) -> {
              String other = known.putIfAbsent(measure.view() + "." + name, sql);
              if (other != null && !other.equals(sql)) {
                problems.add(
                    spot.at("by", name),
                    "the breakdown '"
                        + name
                        + "' is '"
                        + other
                        + "' in another measure of the view",
                    "write the same expression or choose another name");
              }
            });
  }

  private static void months(Spot spot, Family.Indicator of, Jobs jobs, Problems problems) {
    for (String name : of.overTime().keySet()) {
      if (jobs.measures().containsKey(name)) {
        problems.add(
            spot.at("over_time", name),
            "the name '" + name + "' is taken by a measure",
            "give the measure of other months a name of its own");
      }
    }
  }
}
