package org.countywise.store;

/**
 * What a run would do with the rows of a dataset of one month.
 *
 * @param period {@code YYYY-MM}; empty for a dataset without months
 * @param rows as the footers say
 */
public record Forecast(String dataset, String period, long rows, Reading reading) {
  /** Whether rows are read, and why. */
  public enum Reading {
    /** No release knows what they come to. */
    NEW,
    /**
     * What a release knows of them was made of other files or definitions, or by another engine.
     */
    CHANGED,
    /** It is known what they come to; other rows look at them. */
    BESIDE,
    /** They are not read. */
    KNOWN
  }
}
