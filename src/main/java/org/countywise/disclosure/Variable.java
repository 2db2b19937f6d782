package org.countywise.disclosure;

/**
 * One number of a county that others are made of.
 *
 * @param month the month it is of, {@code YYYY-MM}
 * @param breakdown {@code name=value}, empty for the total
 * @param seen the period in whose territory it is seen, and after an {@code @} the earlier release
 *     that shows it, where that makes a difference; else empty
 */
record Variable(String measure, String month, String breakdown, String seen)
    implements Comparable<Variable> {

  @Override
  public int compareTo(Variable other) {
    return key().compareTo(other.key());
  }

  /** The same number, seen from elsewhere. */
  Variable from(String viewpoint) {
    return new Variable(measure, month, breakdown, viewpoint);
  }

  /** Whether it is a number of an earlier release that is another one now. */
  boolean isOld() {
    return seen.contains("@");
  }

  private String key() {
    return String.join("\t", month, measure, breakdown, seen);
  }

  @Override
  public String toString() {
    return measure + (breakdown.isEmpty() ? "" : "[" + breakdown + "]") + " " + month;
  }
}
