package org.countywise.sample;

import java.time.LocalDate;

/** Which households are monitored against falling back, as what, since when. */
record Monitoring(SeededDraw draw) {
  /** Unstable households are chosen among those that had exited before any was identified. */
  private static final LocalDate EXITED_BEFORE = LocalDate.of(2019, 1, 1);

  private static final int EXITED_MONTH = 2018 * 12 + 11;

  private static final double UNSTABLE =
      (Published.MONITORED - Published.MARGINAL - Published.SUDDEN)
          / (Published.PERSONS * Published.EXITED.at(EXITED_MONTH));

  private static final double SUDDEN =
      Published.SUDDEN / (Published.PERSONS * Population.generalShare());

  /** The class of a household at the end of a month, null if it is not monitored then. */
  String classOf(Household household, Month month) {
    if (!month.reached(identifiedOn(household))) {
      return null;
    }
    return switch (household.kind()) {
      case REGISTERED -> "unstable";
      case MARGINAL -> "marginal";
      case GENERAL -> "sudden";
    };
  }

  /** The day a household is identified, null for one that never is. */
  LocalDate identifiedOn(Household household) {
    return isAtRisk(household)
        ? Published.IDENTIFIED.dayAbove(
            draw.at(household.id(), "identified"), draw.at(household.id(), "identified day"))
        : null;
  }

  private boolean isAtRisk(Household household) {
    double chance = draw.at(household.id(), "at risk");
    return switch (household.kind()) {
      case REGISTERED -> household.exitedOn().isBefore(EXITED_BEFORE) && chance < UNSTABLE;
      case MARGINAL -> true;
      case GENERAL -> chance < SUDDEN;
    };
  }
}
