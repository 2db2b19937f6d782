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

  /**
   * A step has come to one of the many things it works through, for whoever watches.
   *
   * @param part such as a dataset
   */
  default void passing(String part) {}

  /** The clock of whoever watches, in nanoseconds; always 0 where nobody measures. */
  default long nanos() {
    return 0;
  }
}
