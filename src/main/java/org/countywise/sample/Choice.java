package org.countywise.sample;

import java.util.ArrayList;
import java.util.List;

/** A closed list of names with weights; a chance in [0, 1) picks one of them. */
final class Choice {
  private final List<String> names;
  private final double[] upTo;

  private Choice(List<String> names, double[] upTo) {
    this.names = names;
    this.upTo = upTo;
  }

  /** Reads a choice as {@code "forest_ranger 12786, cleaner 15058"}. */
  static Choice of(String weighted) {
    List<String> names = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (String entry : weighted.split(",\\s*", -1)) {
      String[] parts = entry.trim().split("\\s+", 2);
      names.add(parts[0]);
      weights.add(Double.valueOf(parts[1]));
    }
    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    double[] upTo = new double[weights.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += weights.get(i);
      upTo[i] = sum / total;
    }
    return new Choice(names, upTo);
  }

  String pick(double chance) {
    for (int i = 0; i < upTo.length - 1; i++) {
      if (chance < upTo[i]) {
        return names.get(i);
      }
    }
    return names.get(names.size() - 1);
  }
}
