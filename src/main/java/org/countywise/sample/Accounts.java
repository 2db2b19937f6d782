package org.countywise.sample;

import java.io.Serializable;

/**
 * What a household earns and spends in a month. Wages are those of the month's employment, business
 * includes the month's income from industry, and the subsistence allowance fills up what is earned
 * so that nobody it reaches falls below the monitoring line.
 */
record Accounts(SeededDraw seededDraw, Population population, Work work, Industry industry)
    implements Serializable {
  /** What the allowance fills up to, per person: a little more than the monitoring line of 2020. */
  private static final long ALLOWANCE = 42_000;

  private static final double GRAVE = 0.0012;
  private static final double SICK = 0.03;

  /** The account as it is delivered, wrong in a few cases. */
  Account of(Household household, Month month) {
    int copied = Setback.COPIED_ACCOUNT.age(seededDraw, household, month);
    if (copied > 0) {
      return of(household, Month.of(month.ordinal() - copied));
    }
    Account account = honest(household, month);
    if (Setback.BLANK_ACCOUNT.strikes(seededDraw, household, month)) {
      return account.withoutIncome();
    }
    return Setback.WRONG_SIGN.strikes(seededDraw, household, month)
        ? account.withWrongSign()
        : account;
  }

  private Account honest(Household household, Month month) {
    long wages = wages(household, month);
    long business = business(household, month);
    return new Account(
        wages,
        business,
        amount(household, month, "property", 5_000),
        transfers(household, month, wages + business),
        medical(household, month),
        education(household, month),
        disaster(household, month));
  }

  private long wages(Household household, Month month) {
    return population
        .personsOf(household)
        .flatMap(person -> work.find(person, month).stream())
        .mapToLong(Job::wageFen)
        .sum();
  }

  private long business(Household household, Month month) {
    long parts =
        industry.participationsOf(household, month).stream()
            .mapToLong(Industry.Participation::incomeFen)
            .sum();
    return parts + household.size() * amount(household, month, "farm", 18_000);
  }

  private long transfers(Household household, Month month, long earned) {
    boolean hasLabour = population.personsOf(household).anyMatch(Person::isLabourer);
    long basic = hasLabour ? 7_000 : 34_000;
    long allowance =
        Setback.OVERLOOKED.strikes(seededDraw, household, month)
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
    return seededDraw.at(household.id(), month.ordinal(), "ill");
  }

  /** Fees fall due in March and September, in households large enough to have a pupil. */
  private long education(Household household, Month month) {
    boolean term = month.end().getMonthValue() == 3 || month.end().getMonthValue() == 9;
    return term && household.size() > 3 ? 10_000 + amount(household, month, "school", 150_000) : 0;
  }

  private long disaster(Household household, Month month) {
    return seededDraw.at(household.id(), month.ordinal(), "struck") < 0.001
        ? 100_000 + amount(household, month, "disaster", 900_000)
        : 0;
  }

  private long amount(Household household, Month month, String purpose, long most) {
    return (long) (seededDraw.at(household.id(), month.ordinal(), purpose) * most);
  }
}
