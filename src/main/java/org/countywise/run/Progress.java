package org.countywise.run;

/** Who wants to know what a run is doing. */
@FunctionalInterface
public interface Progress {

  /**
   * Something starts.
   *
   * @param subject the dataset or family at work
   * @param action what is done with it
   */
  void report(String subject, String action);
}
