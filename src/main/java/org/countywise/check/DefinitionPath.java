package org.countywise.check;

/**
 * A path of keys in a file of the jobs folder, such as {@code indicators.migrant_yoy.numerator} in
 * {@code employment.yaml}.
 */
public record DefinitionPath(String file, String path) {
  static final DefinitionPath REGIONS = new DefinitionPath("regions.yaml", "");
  static final DefinitionPath DELIVERY = new DefinitionPath("delivery.yaml", "");
  static final DefinitionPath DISCLOSURE = new DefinitionPath("disclosure.yaml", "");
  static final DefinitionPath BULLETIN = new DefinitionPath("bulletin.yaml", "");

  static DefinitionPath dataset(String name) {
    return new DefinitionPath("datasets/" + name + ".yaml", "");
  }

  static DefinitionPath claims(String name) {
    return new DefinitionPath("claims/" + name + ".yaml", "");
  }

  static DefinitionPath family(String name) {
    return new DefinitionPath(name + ".yaml", "");
  }

  /** Below this, under one key after another. */
  DefinitionPath at(String... keys) {
    String below = String.join(".", keys);
    return new DefinitionPath(file, path.isEmpty() ? below : path + "." + below);
  }

  /** An item of the list that is here. */
  DefinitionPath item(int number) {
    return at(String.valueOf(number));
  }
}
