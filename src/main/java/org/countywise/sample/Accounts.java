package org.countywise.sample;

import java.util.List;

/**
 * What a household earns and spends in a month. Wages are those of the month's employment, business
 * includes the month's income from industry, and the subsistence allowance fills up what is earned
 * so that nobody it reaches falls below the monitoring line.
 */
record Accounts(SeededDraw draw) {
  /** What the allowance fills up to, per person: a little more than the monitoring line of 2020. */
  private static final long ALLOWANCE = 42_000;

  private static final double GRAVE = 0.0012;
  private static final double SICK = 0.03;

  /** The account as it is delivered, wrong in a few cases. */
  Account of(HouseholdHistory home, Month month) {
    Household household = home.household();
    int copied = Setback.COPIED_ACCOUNT.age(draw, household, month);
    if (copied > 0) {
      return home.account(month.plus(-copied));
    }
    Account account = honest(home, month);
    if (Setback.BLANK_ACCOUNT.strikes(draw, household, month)) {
      return account.withoutIncome();
    }
    return Setback.WRONG_SIGN.strikes(draw, household, month) ? account.withWrongSign() : account;
  }

  private Account honest(HouseholdHistory home, Month month) {
    Household household = home.household();
    long wages = wages(home.jobs(month));
    long business = business(home, month);
    return new Account(
        wages,
        business,
        amount(household, month, "property", 5_000),
        transfers(home, month, wages + business),
        medical(household, month),
        education(household, month),
        disaster(household, month));
  }

  private static long wages(List<Work.Employed> jobs) {
    long wages = 0;
    for (Work.Employed employed : jobs) {
      wages += employed.job().wageFen();
    }
    return wages;
  }

  private long business(HouseholdHistory home, Month month) {
    Household household = home.household();
    long parts = 0;
    for (Industry.Participation part : home.participations(month)) {
      parts += part.incomeFen();
    }
    return parts + household.size() * amount(household, month, "farm", 18_000);
  }

  private long transfers(HouseholdHistory home, Month month, long earned) {
    Household household = home.household();
    long basic = home.hasLabourer() ? 7_000 : 34_000;
    long allowance =
        Setback.OVERLOOKED.strikes(draw, household, month)
            ? 0
            : ALLOWANCE - earned / household.size();
    return household.size()
        * (Math.max(basic, allowance) + amount(household, month, "transfer", 8_000));
  }

  private long medical(Household household, Month month) {
    if (isGravelyIll(household, month)) {
      return 800_000 + amount(household, month, "medical", 3_000_000);
    }
    return illness(household, month) < SICK
        ? 5_000 + amount(household, month, "medical", 200_000)
        : 0;
  }

  /** Whether an illness of the month costs thousands of yuan. */
  boolean isGravelyIll(Household household, Month month) {
    return illness(household, month) < GRAVE;
  }

  private double illness(Household household, Month month) {
    return draw.at(household.id(), month.ordinal(), "ill");
  }

  /** Fees fall due in March and September, in households large enough to have a pupil. */
  private long education(Household household, Month month) {
    boolean term = month.end().getMonthValue() == 3 || month.end().getMonthValue() == 9;
    return term && household.size() > 3 ? 10_000 + amount(household, month, "school", 150_000) : 0;
  }

  private long disaster(Household household, Month month) {
    return draw.at(household.id(), month.ordinal(), "struck") < 0.001
        ? 100_000 + amount(household, month, "disaster", 900_000)
        : 0;
  }

  private long amount(Household household, Month month, String purpose, long most) {
    return (long) (draw.at(household.id(), month.ordinal(), purpose) * most);
  }
}
