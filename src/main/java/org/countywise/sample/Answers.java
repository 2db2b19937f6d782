package org.countywise.sample;

import java.time.LocalDate;
import java.util.List;

/** How villages answer alerts: most of them, once each, in the month after. */
record Answers(SeededDraw draw, Alerts alerts) {
  private static final double ANSWERED = 0.8;
  private static final Choice OUTCOMES = Choice.of("confirmed 55, dismissed 38, data_error 7");
  private static final Choice OF_IMPLAUSIBLE = Choice.of("dismissed 20, data_error 80");
  private static final Choice LEVELS = Choice.of("village 75, township 20, county 5");

  /** The verification of a rule for a household. */
  record Answer(String rule, LocalDate verifiedOn, String outcome, String level) {
    boolean isConfirmed() {
      return outcome.equals("confirmed");
    }
  }

  /** The answers of a month to the alerts that a household raised in the month before. */
  List<Answer> of(HouseholdHistory home, Month month) {
    Household household = home.household();
    Month last = month.plus(-1);
    return alerts.raised(home, last).stream()
        .filter(rule -> draw(household, last, rule, "answered") < ANSWERED)
        .map(rule -> answer(household, month, rule))
        .toList();
  }

  private Answer answer(Household household, Month month, String rule) {
    Choice outcomes = rule.equals("implausible") ? OF_IMPLAUSIBLE : OUTCOMES;
    return new Answer(
        rule,
        month.day(draw(household, month, rule, "verified day")),
        outcomes.pick(draw(household, month, rule, "outcome")),
        LEVELS.pick(draw(household, month, rule, "verified level")));
  }

  private double draw(Household household, Month month, String rule, String purpose) {
    return draw.at(household.id(), month.ordinal(), rule + " " + purpose);
  }
}
