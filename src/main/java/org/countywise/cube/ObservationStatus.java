package org.countywise.cube;

import java.util.Arrays;

/** What a published value is worth: SDMX's code list of observation statuses. */
public enum ObservationStatus {
  /** Nothing stands against it. */
  NORMAL("A"),
  /** The region is no longer the territory it was a year before. */
  BREAK("B"),
  /** It cannot exist: the denominator is zero, or a side is not known. */
  MISSING("M"),
  /** No unit below has delivered all that it is made of. */
  NOT_DELIVERED("O"),
  /** Some units below have not delivered all that it is made of; it is the value of the others. */
  PROVISIONAL("P"),
  /** It exists and is hidden. */
  SUPPRESSED("Q"),
  /** Rows that it needs are rejected: too many, or some of a sum that no total stands in for. */
  LOW_RELIABILITY("U");

  private final String code;

  ObservationStatus(String code) {
    this.code = code;
  }

  /** The status that stands in published tables as a code. */
  public static ObservationStatus ofCode(String code) {
    return Arrays.stream(values()).filter(of -> of.code.equals(code)).findFirst().orElseThrow();
  }

  /** As it stands in published tables. */
  public String code() {
    return code;
  }

  /** Whether there is a value that can be shown. */
  boolean hasValue() {
    return this == NORMAL || this == BREAK || this == PROVISIONAL || this == LOW_RELIABILITY;
  }

  /**
   * What is known of a value.
   *
   * @param delivered whether any unit below has all the data
   * @param exists whether it can be computed, or could be if it were not hidden
   * @param hidden whether its publisher hides a term of it
   * @param reliable whether few enough of the rows it needs are rejected, and none of a sum
   * @param complete whether all units below have all the data
   * @param comparable whether the region is the territory it was
   */
  record Known(
      boolean delivered,
      boolean exists,
      boolean hidden,
      boolean reliable,
      boolean complete,
      boolean comparable) {}

  /** The gravest that is to be said of a value. */
  static ObservationStatus of(Known value) {
    if (!value.delivered()) {
      return NOT_DELIVERED;
    }
    if (!value.exists()) {
      return MISSING;
    }
    if (value.hidden()) {
      return SUPPRESSED;
    }
    if (!value.reliable()) {
      return LOW_RELIABILITY;
    }
    if (!value.comparable()) {
      return BREAK;
    }
    return value.complete() ? NORMAL : PROVISIONAL;
  }
}
