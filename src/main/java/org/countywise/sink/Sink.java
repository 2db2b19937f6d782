package org.countywise.sink;

/** One format. */
public interface Sink {

  /**
   * Writes the tables of a release.
   *
   * @param target where to; for files a folder that is empty and that nobody reads yet
   * @throws IllegalArgumentException where the format cannot hold them; says what, and what can
   */
  void write(ReleaseTables tables, String target);
}
