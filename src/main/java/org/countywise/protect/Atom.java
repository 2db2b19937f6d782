package org.countywise.protect;

/**
 * One number of a county that others are made of.
 *
 * @param month the month it is of, {@code YYYY-MM}
 * @param breakdown {@code name=value}, empty for the total
 * @param seen the period in whose territory it is seen where that makes a difference, else empty
 */
record Atom(String measure, String month, String breakdown, String seen)
    implements Comparable<Atom> {

  @Override
  public int compareTo(Atom other) {
    return key().compareTo(other.key());
  }

  private String key() {
    return String.join("\t", month, measure, breakdown, seen);
  }

  @Override
  public String toString() {
    return measure + (breakdown.isEmpty() ? "" : "[" + breakdown + "]") + " " + month;
  }
}
