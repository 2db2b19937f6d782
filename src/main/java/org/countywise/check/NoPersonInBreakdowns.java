package org.countywise.check;

import java.util.List;
import java.util.Map;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;

/** No personal record leaves the restricted tables: a breakdown by persons would list them. */
final class NoPersonInBreakdowns implements Rule {

  @Override
  public String demand() {
    return "a breakdown reads no column of the role identifier";
  }

  @Override
  public void check(Jobs jobs, Problems problems) {
    for (Family family : jobs.families().values()) {
      Spot spot = Spot.family(family.family()).at("measures");
      family
          .measures()
          .forEach(
              (name, measure) ->
                  jobs.datasetOf(measure.view())
                      .ifPresent(
                          dataset ->
                              measure
                                  .by()
                                  .forEach(
                                      (by, sql) ->
                                          check(jobs, dataset, sql)
                                              .add(spot.at(name, "by", by), problems))));
    }
  }

  private static Found check(Jobs jobs, Dataset dataset, String sql) {
    try {
      return new Found(
          Expressions.columns(sql).stream()
              .filter(name -> identifies(jobs, dataset, name))
              .findFirst()
              .orElse(null));
    } catch (IllegalArgumentException alreadySaid) {
      return new Found(null);
    }
  }

  private record Found(String column) {

    void add(Spot spot, Problems problems) {
      if (column != null) {
        problems.add(
            spot,
            "'" + column + "' identifies a person or household",
            "identifiers are never published: break down by a category");
      }
    }
  }

  private static boolean identifies(Jobs jobs, Dataset dataset, String name) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return Jobs.find(dataset.references(), name.substring(0, dot))
          .flatMap(reference -> jobs.dataset(reference.dataset()))
          .filter(other -> identifies(jobs, other, name.substring(dot + 1)))
          .isPresent();
    }
    if (dataset.computed().containsKey(name)) {
      return readsIdentifier(jobs, dataset, name);
    }
    Map<String, Dataset.Column> columns = dataset.columns();
    return columns.containsKey(name) && columns.get(name).role() == Dataset.Role.IDENTIFIER;
  }

  /** Whether a computed column reads an identifier, perhaps by way of those above it. */
  private static boolean readsIdentifier(Jobs jobs, Dataset dataset, String computed) {
    List<String> names = List.copyOf(dataset.computed().keySet());
    List<String> notAbove = names.subList(names.indexOf(computed), names.size());
    try {
      return Expressions.columns(dataset.computed().get(computed)).stream()
          .filter(name -> !notAbove.contains(name))
          .anyMatch(name -> identifies(jobs, dataset, name));
    } catch (IllegalArgumentException alreadySaid) {
      return false;
    }
  }
}
