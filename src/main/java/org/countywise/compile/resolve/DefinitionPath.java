package org.countywise.compile.resolve;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A path of keys in a file of the jobs folder, such as {@code indicators.migrant_yoy.numerator} in
 * {@code employment.yaml}.
 */
public record DefinitionPath(String file, String path) {
  public static final DefinitionPath REGIONS = new DefinitionPath("regions.yaml", "");
  public static final DefinitionPath DELIVERY = new DefinitionPath("delivery.yaml", "");
  public static final DefinitionPath DISCLOSURE = new DefinitionPath("disclosure.yaml", "");
  public static final DefinitionPath BULLETIN = new DefinitionPath("bulletin.yaml", "");
  public static final DefinitionPath BENCHMARKS = new DefinitionPath("benchmarks.yaml", "");
  public static final DefinitionPath LAYOUT = new DefinitionPath("layout.yaml", "");

  public static DefinitionPath dataset(String name) {
    return new DefinitionPath("datasets/" + name + ".yaml", "");
  }

  public static DefinitionPath claims(String name) {
    return new DefinitionPath("claims/" + name + ".yaml", "");
  }

  public static DefinitionPath family(String name) {
    return new DefinitionPath(name + ".yaml", "");
  }

  /** Below this, under one key after another. */
  public DefinitionPath at(String... keys) {
    String below = String.join(".", keys);
    return new DefinitionPath(file, path.isEmpty() ? below : path + "." + below);
  }

  /** What is done with each of the definitions that stand here by name. */
  @FunctionalInterface
  public interface Visitor<T> {
    void visit(DefinitionPath definitionPath, String name, T definition);
  }

  /** Visits every definition of the map that is under a key here. */
  public <T> void each(String key, Map<String, T> definitions, Visitor<T> visitor) {
    definitions.forEach((name, definition) -> visitor.visit(at(key, name), name, definition));
  }

  /** Visits every item of the list that is under a key here. */
  public <T> void each(String key, List<T> items, BiConsumer<DefinitionPath, T> visitor) {
    for (int i = 0; i < items.size(); i++) {
      visitor.accept(at(key).item(i), items.get(i));
    }
  }

  /** An item of the list that is here. */
  public DefinitionPath item(int number) {
    return at(String.valueOf(number));
  }
}
