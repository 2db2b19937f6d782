package org.countywise.sample;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The early-warning rules that a household's setbacks raise, in the month they do so first. Only
 * what the sample sends somebody to verify is recognised: the engine raises more.
 */
record Alerts(SyntheticPopulation syntheticPopulation) implements Serializable {
  private static final double REPORTS = 0.004;
  private static final double SEEN_BELOW_LINE = 0.3;

  /** The rules raised in a month and not the month before, within the months of the sample. */
  List<String> raised(Household household, Month month) {
    List<String> rules = new ArrayList<>();
    if (household.isGeneral() || month.ordinal() < syntheticPopulation.firstMonth()) {
      return rules;
    }
    if (becomesLow(household, month)) {
      rules.add("low_income");
    }
    if (losesIncome(household, month)) {
      rules.add("income_drop");
    }
    if (surges(household, month)) {
      rules.add("expense_surge");
    }
    if (fallsBack(household, month)) {
      rules.add("below_line");
    }
    if (losesJobs(household, month)) {
      rules.add("job_loss");
    }
    if (reports(household, month) && !reports(household, before(month))) {
      rules.add("risk_report");
    }
    if (looksWrong(household, month)) {
      rules.add("implausible");
    }
    return rules;
  }

  /** Whether a risk is reported for the household in a month. */
  boolean reports(Household household, Month month) {
    return !household.isGeneral()
        && syntheticPopulation.seededDraw().at(household.id(), month.ordinal(), "reports")
            < REPORTS;
  }

  private boolean becomesLow(Household household, Month month) {
    return age(Setback.OVERLOOKED, household, month) == 0
        && age(Setback.OVERLOOKED, household, before(month)) < 0
        && knows(month, 3)
        && isBelow(Published.monitoringLineFen(month.year()), household, month, 3);
  }

  private boolean losesIncome(Household household, Month month) {
    return age(Setback.OUT_OF_WORK, household, month) > 0
        && hasLabourer(household)
        && hasHalved(household, month)
        && !hasHalved(household, before(month));
  }

  private boolean hasHalved(Household household, Month month) {
    if (!knows(month, 6)) {
      return false;
    }
    long six = income(household, month, 6);
    long three = income(household, month, 3);
    return 2 * three <= six - three && six > three;
  }

  private boolean surges(Household household, Month month) {
    if (!syntheticPopulation.accounts().isGravelyIll(household, month) || !knows(month, 12)) {
      return false;
    }
    long expense = months(month, 12).mapToLong(m -> account(household, m).expense()).sum();
    return 10 * expense > 3 * income(household, month, 12);
  }

  private boolean fallsBack(Household household, Month month) {
    return household.isRegistered()
        && syntheticPopulation.seededDraw().at(household.id(), "seen below line") < SEEN_BELOW_LINE
        && age(Setback.OVERLOOKED, household, month) >= 0
        && isPoorAgain(household, month)
        && !isPoorAgain(household, before(month));
  }

  private boolean isPoorAgain(Household household, Month month) {
    return month.reached(household.exitedOn())
        && knows(month, 12)
        && isBelow(Published.lineFen(month.year()), household, month, 12);
  }

  private boolean losesJobs(Household household, Month month) {
    return age(Setback.OUT_OF_WORK, household, month) == 0
        && knows(month, 2)
        && isEmployed(household, before(month));
  }

  private boolean looksWrong(Household household, Month month) {
    return age(Setback.WRONG_SIGN, household, month) == 0
        || (knows(month, 3) && age(Setback.COPIED_ACCOUNT, household, month) == 2)
        || (knows(month, 3)
            && age(Setback.BLANK_ACCOUNT, household, month) == 2
            && isEmployed(household, month));
  }

  private int age(Setback setback, Household household, Month month) {
    return setback.age(syntheticPopulation.seededDraw(), household, month);
  }

  private boolean hasLabourer(Household household) {
    return syntheticPopulation.population().personsOf(household).anyMatch(Person::isLabourer);
  }

  private boolean isEmployed(Household household, Month month) {
    return syntheticPopulation
        .population()
        .personsOf(household)
        .anyMatch(person -> syntheticPopulation.work().find(person, month).isPresent());
  }

  private boolean isBelow(long yearly, Household household, Month month, int months) {
    return income(household, month, months) * 12 < yearly * months * household.size();
  }

  private long income(Household household, Month month, int months) {
    return months(month, months).mapToLong(m -> account(household, m).income()).sum();
  }

  private Account account(Household household, int month) {
    return syntheticPopulation.accounts().of(household, Month.of(month));
  }

  private boolean knows(Month month, int months) {
    return month.ordinal() - months + 1 >= syntheticPopulation.firstMonth();
  }

  private static IntStream months(Month last, int count) {
    return IntStream.rangeClosed(last.ordinal() - count + 1, last.ordinal());
  }

  private static Month before(Month month) {
    return Month.of(month.ordinal() - 1);
  }
}
