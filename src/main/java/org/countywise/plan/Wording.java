package org.countywise.plan;

/**
 * What an indicator is made of, in the words of titles.
 *
 * @param denominator null for plain counts
 */
public record Wording(InBoth formula, InBoth numerator, InBoth denominator) {

  /** The same in both languages. */
  public record InBoth(String en, String zh) {}
}
