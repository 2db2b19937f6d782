package org.countywise.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;

/** Views by name, a dataset without filter being one, and what they read. */
final class Views {
  private final Definitions definitions;
  private final Map<String, Family.View> views = new LinkedHashMap<>();

  Views(Definitions definitions) {
    this.definitions = definitions;
    definitions
        .datasets()
        .keySet()
        .forEach(name -> views.put(name, new Family.View(name, Map.of(), null)));
    definitions.families().values().forEach(family -> views.putAll(family.views()));
  }

  Family.View view(String name) {
    return views.get(name);
  }

  Dataset dataset(String view) {
    return definitions.datasets().get(view(view).from());
  }

  /** Measures over views of this dataset, by view name, of those that are wanted. */
  Map<String, Map<String, Family.Measure>> measured(Dataset dataset, Collection<String> wanted) {
    Map<String, Map<String, Family.Measure>> found = new LinkedHashMap<>();
    for (Family family : definitions.families().values()) {
      family
          .measures()
          .forEach(
              (name, measure) -> {
                if (wanted.contains(name) && dataset(measure.view()).equals(dataset)) {
                  found
                      .computeIfAbsent(measure.view(), view -> new LinkedHashMap<>())
                      .put(name, measure);
                }
              });
    }
    return found;
  }

  /**
   * Datasets without which a measure is not known: its own, what it tallies, what it looks up. What
   * other measures of its view look up does not matter to it.
   */
  Set<String> reads(Family.Measure measure) {
    return reads(measure.view(), expressions(measure));
  }

  private Set<String> reads(String name, Collection<String> expressions) {
    Family.View view = view(name);
    Dataset dataset = definitions.datasets().get(view.from());
    Set<String> read = new LinkedHashSet<>();
    read.add(dataset.dataset());
    view.join().values().forEach(join -> read.addAll(reads(join.from(), join.tally().values())));
    List<String> all = new ArrayList<>(dataset.computed().values());
    add(all, view.where());
    all.addAll(expressions);
    dataset
        .references()
        .forEach(
            (reference, to) -> {
              if (Boolean.TRUE.equals(to.locates()) || !Names.of(reference, all).isEmpty()) {
                read.add(to.dataset());
              }
            });
    return read;
  }

  /** Every expression that reads rows of this view. */
  private List<String> expressions(String name) {
    Family.View view = view(name);
    List<String> found = new ArrayList<>();
    add(found, view.where());
    for (Family family : definitions.families().values()) {
      for (Family.Measure measure : family.measures().values()) {
        if (measure.view().equals(name)) {
          found.addAll(expressions(measure));
        }
      }
      for (Family.View other : family.views().values()) {
        other.join().values().stream()
            .filter(join -> join.from().equals(name))
            .forEach(join -> found.addAll(join.tally().values()));
      }
    }
    return found;
  }

  private static List<String> expressions(Family.Measure measure) {
    List<String> found = new ArrayList<>(measure.by().values());
    add(found, measure.where());
    add(found, measure.sum());
    add(found, measure.distinct());
    return found;
  }

  private static void add(List<String> expressions, String sql) {
    if (sql != null) {
      expressions.add(sql);
    }
  }

  /**
   * References of a dataset that every row is looked up through, each with what is read there:
   * those that must not point in vain, that locate, or that an expression reads.
   */
  Map<String, Set<String>> followed(Dataset dataset) {
    List<String> expressions = expressionsOver(dataset);
    Map<String, Set<String>> followed = new LinkedHashMap<>();
    dataset
        .references()
        .forEach(
            (name, to) -> {
              Set<String> read = new TreeSet<>(Names.of(name, expressions));
              if (to.missing() != Dataset.Missing.ALLOW
                  || Boolean.TRUE.equals(to.locates())
                  || !read.isEmpty()) {
                followed.put(name, read);
              }
            });
    return followed;
  }

  /** Every expression over rows of a dataset, whatever the view. */
  private List<String> expressionsOver(Dataset dataset) {
    List<String> found = new ArrayList<>(dataset.computed().values());
    views.forEach(
        (name, view) -> {
          if (view.from().equals(dataset.dataset())) {
            found.addAll(expressions(name));
          }
        });
    return found;
  }

  /** Datasets whose rows are looked up for rows of this one. */
  Set<String> pointsTo(Dataset dataset) {
    Set<String> others = new LinkedHashSet<>();
    followed(dataset)
        .keySet()
        .forEach(name -> others.add(dataset.references().get(name).dataset()));
    return others;
  }
}
