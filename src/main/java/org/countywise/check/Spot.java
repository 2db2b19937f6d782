package org.countywise.check;

/**
 * A path of keys in a file of the jobs folder, such as {@code indicators.migrant_yoy.numerator} in
 * {@code employment.yaml}.
 */
public record Spot(String file, String path) {
  static final Spot REGIONS = new Spot("regions.yaml", "");
  static final Spot DELIVERY = new Spot("delivery.yaml", "");
  static final Spot DISCLOSURE = new Spot("disclosure.yaml", "");
  static final Spot BULLETIN = new Spot("bulletin.yaml", "");

  static Spot dataset(String name) {
    return new Spot("datasets/" + name + ".yaml", "");
  }

  static Spot claims(String name) {
    return new Spot("claims/" + name + ".yaml", "");
  }

  static Spot family(String name) {
    return new Spot(name + ".yaml", "");
  }

  /** Below this, under one key after another. */
  Spot at(String... keys) {
    String below = String.join(".", keys);
    return new Spot(file, path.isEmpty() ? below : path + "." + below);
  }

  /** An item of the list that is here. */
  Spot item(int number) {
    return at(String.valueOf(number));
  }
}
