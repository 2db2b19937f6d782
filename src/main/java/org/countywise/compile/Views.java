package org.countywise.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Watch;
import org.countywise.plan.Derivation;
import org.countywise.plan.Months;

/** Views by name, a dataset without filter being one, and what they read. */
final class Views {
  private final Definitions definitions;
  private final Map<String, Family.View> views = new LinkedHashMap<>();
  private final Map<String, List<String>> used = new LinkedHashMap<>();

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

  /** The months whose rows a join tallies. */
  static Months months(Family.Join join) {
    return join.months() == null ? Months.THIS : Months.valueOf(join.months().name());
  }

  /** Measures over views of this dataset, by view name, of those that are wanted. */
  Map<String, Map<String, Family.Measure>> measured(Dataset dataset, Collection<String> wanted) {
    Map<String, Map<String, Family.Measure>> found = new LinkedHashMap<>();
    for (Family family : definitions.families().values()) {
      family
          .measures()
          .forEach(
              (name, measure) -> {
                if (wanted.contains(name)
                    && measure.view() != null
                    && dataset(measure.view()).equals(dataset)) {
                  found
                      .computeIfAbsent(measure.view(), view -> new LinkedHashMap<>())
                      .put(name, measure);
                }
              });
    }
    return found;
  }

  /**
   * Notes that rows of a view are needed, with what is made of them, and says what that reads: the
   * view's own dataset, what it tallies, what it looks up. What others make of the same view does
   * not matter to it.
   */
  Set<Derivation.Need> reads(String view, Collection<String> expressions) {
    Set<Derivation.Need> needs = new LinkedHashSet<>();
    reads(view, expressions, Months.THIS, needs);
    return needs;
  }

  private void reads(
      String name, Collection<String> expressions, Months months, Set<Derivation.Need> needs) {
    Family.View view = view(name);
    Dataset dataset = definitions.datasets().get(view.from());
    if (WatchPlanner.makes(dataset)) {
      needs.addAll(watched(months));
      return;
    }
    needs.add(new Derivation.Need(dataset.dataset(), months));
    view.join().values().forEach(join -> reads(join, months, needs));
    List<String> here = new ArrayList<>(expressions);
    add(here, view.where());
    used.computeIfAbsent(dataset.dataset(), of -> new ArrayList<>()).addAll(here);
    List<String> all = new ArrayList<>(dataset.computed().values());
    all.addAll(here);
    dataset
        .references()
        .forEach(
            (reference, to) -> {
              if (Boolean.TRUE.equals(to.locates()) || !Names.of(reference, all).isEmpty()) {
                needs.add(new Derivation.Need(to.dataset(), months));
              }
            });
  }

  private void reads(Family.Join join, Months months, Set<Derivation.Need> needs) {
    reads(join.from(), expressions(join), join.months() == null ? months : months(join), needs);
  }

  /** What a join tallies, with what that looks up. */
  Set<Derivation.Need> tallied(Family.Join join) {
    Set<Derivation.Need> needs = new LinkedHashSet<>();
    reads(join, Months.THIS, needs);
    return needs;
  }

  /** What the alerts of a month are made of in the month itself; from here on it is read. */
  Set<Derivation.Need> watched(Months months) {
    Watch watch = WatchPlanner.family(definitions).orElseThrow().watch();
    Set<Derivation.Need> needs = new LinkedHashSet<>();
    reads(watch.view(), WatchPlanner.expressions(watch), Months.THIS, needs);
    needs.add(new Derivation.Need(watch.answers().dataset(), Months.THIS));
    return needs.stream()
        .map(need -> new Derivation.Need(need.dataset(), months))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> expressions(Family.Join join) {
    List<String> found = new ArrayList<>(join.tally().values());
    found.addAll(join.sum().values());
    found.addAll(join.least().values());
    found.addAll(join.most().values());
    return found;
  }

  /** What a measure makes of the rows of its view. */
  static List<String> expressions(Family.Measure measure) {
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
   * those that must not point in vain, that locate, or that a needed expression reads.
   */
  Map<String, Set<String>> followed(Dataset dataset) {
    List<String> expressions = new ArrayList<>(dataset.computed().values());
    expressions.addAll(used.getOrDefault(dataset.dataset(), List.of()));
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

  /** Datasets whose rows are looked up for rows of this one. */
  Set<String> pointsTo(Dataset dataset) {
    Set<String> others = new LinkedHashSet<>();
    followed(dataset)
        .keySet()
        .forEach(name -> others.add(dataset.references().get(name).dataset()));
    return others;
  }
}
