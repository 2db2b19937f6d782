package org.countywise.release;

import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.util.Tasks;

/**
 * Changes of what the states of a table are called. Iceberg gives one up where another run changes
 * the table meanwhile; it is made again, from what is there then.
 */
final class Naming {
  private static final int AGAIN = 10;
  private static final long FIRST_WAIT_MILLIS = 50;
  private static final long LONGEST_WAIT_MILLIS = 2_000;
  private static final long ALL_MILLIS = 60_000;

  private Naming() {}

  /**
   * Makes a change.
   *
   * @param change looks at what is there each time anew
   */
  static void settled(Runnable change) {
    Tasks.foreach(change)
        .retry(AGAIN)
        .exponentialBackoff(FIRST_WAIT_MILLIS, LONGEST_WAIT_MILLIS, ALL_MILLIS, 2)
        .onlyRetryOn(CommitFailedException.class)
        .run(Runnable::run);
  }
}
