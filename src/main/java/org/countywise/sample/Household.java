package org.countywise.sample;

import java.time.LocalDate;

/**
 * A household as it is over all the months. Its persons have the ids from {@code firstPerson} on,
 * as many as {@code size}. Dates are null where the event never comes.
 */
record Household(
    long id, Village village, int size, long firstPerson, Kind kind, LocalDate exitedOn) {

  /** Who is in the registry, and why. */
  enum Kind {
    REGISTERED,
    MARGINAL,
    GENERAL
  }

  boolean isRegistered() {
    return kind == Kind.REGISTERED;
  }

  boolean opensCounty() {
    return id - 1 == village.county().firstHousehold();
  }

  boolean isGeneral() {
    return kind == Kind.GENERAL;
  }

  String registration(Month month) {
    return switch (kind) {
      case REGISTERED -> month.reached(exitedOn) ? "exited" : "registered_poor";
      case MARGINAL -> "marginal";
      case GENERAL -> "general";
    };
  }
}
