package org.countywise.sample;

/**
 * A person as over all the months. {@code work} in [0, 1) decides which work the person has and
 * when; persons without labour capacity never work.
 */
record Person(long id, Household household, int slot, int birthYear, double work) {
  private static final double NO_LABOUR = -1;

  static Person unfit(long id, Household household, int slot, int birthYear) {
    return new Person(id, household, slot, birthYear, NO_LABOUR);
  }

  boolean isLabourer() {
    return work >= 0;
  }

  int ageIn(int year) {
    return Math.max(0, year - birthYear);
  }
}
