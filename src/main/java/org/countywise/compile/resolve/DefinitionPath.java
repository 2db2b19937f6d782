package org.countywise.compile.resolve;

/**
 * A path of keys in a file of the jobs folder, such as {@code indicators.migrant_yoy.numerator} in
 * {@code employment.yaml}.
 */
public record DefinitionPath(String file, String path) {
  public static final DefinitionPath REGIONS = new DefinitionPath("regions.yaml", "");
  public static final DefinitionPath DELIVERY = new DefinitionPath("delivery.yaml", "");
  public static final DefinitionPath DISCLOSURE = new DefinitionPath("disclosure.yaml", "");
  public static final DefinitionPath BULLETIN = new DefinitionPath("bulletin.yaml", "");

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

  /** An item of the list that is here. */
  public DefinitionPath item(int number) {
    return at(String.valueOf(number));
  }
}
