package org.countywise.plan;

import java.util.List;

/**
 * A measure made of other measures in every unit; over units it adds up.
 *
 * @param expression SQL over the measures by name and {@code region_code}
 * @param of the measures it reads: whole numbers
 */
public record Composite(String name, String expression, List<String> of) {

  @Override
  public String toString() {
    return "measure " + name + " = " + expression + " in every unit";
  }
}
