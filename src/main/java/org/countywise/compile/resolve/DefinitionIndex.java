package org.countywise.compile.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;
import org.countywise.report.Places;

/**
 * The definitions, by name over all files. What could not be read is absent here; its reader has
 * said so, and rules keep quiet about it.
 *
 * @param views by name; every dataset is a view of all its rows
 * @param measures by name, over all families
 */
public record DefinitionIndex(
    Definitions definitions,
    Places places,
    Map<String, Family.View> views,
    Map<String, Family.Measure> measures,
    Map<String, Family.Indicator> indicators) {

  private static final List<String> SINGLE =
      List.of("regions.yaml", "delivery.yaml", "disclosure.yaml", "bulletin.yaml");

  public static DefinitionIndex of(Definitions definitions, Places places) {
    Map<String, Family.View> views = new LinkedHashMap<>();
    Map<String, Family.Measure> measures = new LinkedHashMap<>();
    Map<String, Family.Indicator> indicators = new LinkedHashMap<>();
    for (String name : definitions.datasets().keySet()) {
      views.put(name, new Family.View(name, Map.of(), null));
    }
    for (Family family : definitions.families().values()) {
      family.views().forEach(views::putIfAbsent);
      family.measures().forEach(measures::putIfAbsent);
      family.indicators().forEach(indicators::putIfAbsent);
    }
    return new DefinitionIndex(definitions, places, views, measures, indicators);
  }

  public Map<String, Dataset> datasets() {
    return definitions.datasets();
  }

  public Map<String, Family> families() {
    return definitions.families();
  }

  /** Named groups of regions; none where the file could not be read. */
  public Map<String, Regions.Group> groups() {
    return definitions.regions() == null ? Map.of() : definitions.regions().groups();
  }

  public Optional<Dataset> dataset(String name) {
    return find(datasets(), name);
  }

  /** Name of the lowest level of regions; empty where the scheme could not be read. */
  public String lowestLevel() {
    Regions regions = definitions.regions();
    return regions == null || regions.levels().isEmpty()
        ? ""
        : regions.levels().get(regions.levels().size() - 1).level();
  }

  /** The dataset whose rows a view has. */
  public Optional<Dataset> datasetOf(String view) {
    return find(views, view).flatMap(found -> dataset(found.from()));
  }

  /** Whether there is such a thing, or was meant to be where its file could not be read. */
  public boolean knows(Map<String, ?> known, String kind, String name) {
    boolean dataset = List.of("datasets", "views").contains(kind);
    return known.containsKey(name)
        || (dataset && places.has("datasets/" + name + ".yaml"))
        || places.lines().keySet().stream().anyMatch(at -> at.endsWith("#" + kind + "." + name))
        || (!kind.equals("datasets") && anyFamilyIsUnread());
  }

  /** Whether a file could not be read at all, so that nobody knows what it names. */
  private boolean anyFamilyIsUnread() {
    return places.lines().keySet().stream()
        .filter(file -> !file.contains("#") && !file.startsWith("datasets/"))
        .filter(file -> !file.startsWith("claims/"))
        .filter(file -> !SINGLE.contains(file))
        .anyMatch(
            file -> places.lines().keySet().stream().noneMatch(at -> at.startsWith(file + "#")));
  }

  public static <T> Optional<T> find(Map<String, T> known, String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(known.get(name));
  }

  /** Every column of a dataset that a row has by itself: declared and computed. */
  public static List<String> columns(Dataset dataset) {
    List<String> names = new ArrayList<>(dataset.columns().keySet());
    names.addAll(dataset.computed().keySet());
    return names;
  }

  /** Names of the values of a join, in the order of its keys. */
  public static List<String> tallied(Family.Join join) {
    List<String> names = new ArrayList<>(join.tally().keySet());
    names.addAll(join.sum().keySet());
    names.addAll(join.least().keySet());
    names.addAll(join.most().keySet());
    return names;
  }

  /** Whether rows of the dataset belong to a period. */
  public static boolean periodic(Dataset dataset) {
    return dataset.kind() != Dataset.Kind.REFERENCE;
  }
}
