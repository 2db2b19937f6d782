package org.countywise.sample;

/** The account of a household for a month: four kinds of income, three of expense, in fen. */
record Account(
    long wages,
    long business,
    long property,
    long transfers,
    long medical,
    long education,
    long disaster) {

  long income() {
    return wages + business + property + transfers;
  }

  long expense() {
    return medical + education + disaster;
  }

  Account withoutIncome() {
    return new Account(0, 0, 0, 0, medical, education, disaster);
  }

  Account withWrongSign() {
    return new Account(wages, -business, property, transfers, medical, education, disaster);
  }
}
