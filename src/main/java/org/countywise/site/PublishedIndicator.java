package org.countywise.site;

import org.countywise.definition.Title;

/** An indicator in words. */
public record PublishedIndicator(String id, Title title, String unit, Words words, String family) {

  /**
   * How it is computed, in the words of titles.
   *
   * @param denominator null for plain counts
   * @param additivity how values of regions hang together, in English words
   */
  public record Words(Title formula, Title numerator, Title denominator, String additivity) {}
}
