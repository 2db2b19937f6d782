package org.countywise.sample;

/**
 * What goes wrong in a household now and then, or with its account. A setback lasts for a spell of
 * months; spells of different households begin in different months, and at any time a fixed share
 * of all households is in one.
 */
enum Setback {
  /** Every member is without work. */
  OUT_OF_WORK(4, 0.01),
  /** Nobody has noticed that the household needs the subsistence allowance. */
  OVERLOOKED(12, 0.35),
  /** A wrong sign in the month's account. */
  WRONG_SIGN(1, 0.0006),
  /** The account of the first month is handed in for the whole spell. */
  COPIED_ACCOUNT(3, 0.0015),
  /** The account has no income in it. */
  BLANK_ACCOUNT(3, 0.0009);

  private final int length;
  private final double share;

  Setback(int length, double share) {
    this.length = length;
    this.share = share;
  }

  double share() {
    return share;
  }

  /** How many months ago the setback came over the household; -1 for a household spared. */
  int age(SeededDraw draw, Household household, Month month) {
    long clock = month.ordinal() + household.id() % length;
    boolean struck = draw.at(household.id(), (int) (clock / length), name()) < share;
    return struck ? (int) (clock % length) : -1;
  }

  boolean strikes(SeededDraw draw, Household household, Month month) {
    return age(draw, household, month) >= 0;
  }
}
