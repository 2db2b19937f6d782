package org.countywise.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The early-warning rules that a household's setbacks raise, in the month they do so first. Only
 * what the sample sends somebody to verify is recognised: the engine raises more.
 */
record Alerts(SeededDraw draw, Accounts accounts, Month first) {
  private static final double REPORTS = 0.004;
  private static final double SEEN_BELOW_LINE = 0.3;

  /** The rules raised in a month and not the month before, within the months of the sample. */
  List<String> raised(HouseholdHistory home, Month month) {
    Household household = home.household();
    List<String> rules = new ArrayList<>();
    if (household.isGeneral() || month.ordinal() < first.ordinal()) {
      return rules;
    }
    if (becomesLow(home, month)) {
      rules.add("low_income");
    }
    if (losesIncome(home, month)) {
      rules.add("income_drop");
    }
    if (surges(home, month)) {
      rules.add("expense_surge");
    }
    if (fallsBack(home, month)) {
      rules.add("below_line");
    }
    if (losesJobs(home, month)) {
      rules.add("job_loss");
    }
    if (reports(household, month) && !reports(household, month.plus(-1))) {
      rules.add("risk_report");
    }
    if (looksWrong(home, month)) {
      rules.add("implausible");
    }
    return rules;
  }

  /** Whether a risk is reported for the household in a month. */
  boolean reports(Household household, Month month) {
    return !household.isGeneral() && draw.at(household.id(), month.ordinal(), "reports") < REPORTS;
  }

  private boolean becomesLow(HouseholdHistory home, Month month) {
    return age(Setback.OVERLOOKED, home, month) == 0
        && age(Setback.OVERLOOKED, home, month.plus(-1)) < 0
        && knows(month, 3)
        && isBelow(Published.monitoringLineFen(month.year()), home, month, 3);
  }

  private boolean losesIncome(HouseholdHistory home, Month month) {
    return age(Setback.OUT_OF_WORK, home, month) > 0
        && home.hasLabourer()
        && hasHalved(home, month)
        && !hasHalved(home, month.plus(-1));
  }

  private boolean hasHalved(HouseholdHistory home, Month month) {
    if (!knows(month, 6)) {
      return false;
    }
    long six = income(home, month, 6);
    long three = income(home, month, 3);
    return 2 * three <= six - three && six > three;
  }

  private boolean surges(HouseholdHistory home, Month month) {
    if (!accounts.isGravelyIll(home.household(), month) || !knows(month, 12)) {
      return false;
    }
    long expense = sum(home, month, 12, Account::expense);
    return 10 * expense > 3 * income(home, month, 12);
  }

  private boolean fallsBack(HouseholdHistory home, Month month) {
    return home.household().isRegistered()
        && draw.at(home.household().id(), "seen below line") < SEEN_BELOW_LINE
        && age(Setback.OVERLOOKED, home, month) >= 0
        && isPoorAgain(home, month)
        && !isPoorAgain(home, month.plus(-1));
  }

  private boolean isPoorAgain(HouseholdHistory home, Month month) {
    return month.reached(home.household().exitedOn())
        && knows(month, 12)
        && isBelow(Published.lineFen(month.year()), home, month, 12);
  }

  private boolean losesJobs(HouseholdHistory home, Month month) {
    return age(Setback.OUT_OF_WORK, home, month) == 0
        && knows(month, 2)
        && !home.jobs(month.plus(-1)).isEmpty();
  }

  private boolean looksWrong(HouseholdHistory home, Month month) {
    return age(Setback.WRONG_SIGN, home, month) == 0
        || (knows(month, 3) && age(Setback.COPIED_ACCOUNT, home, month) == 2)
        || (knows(month, 3)
            && age(Setback.BLANK_ACCOUNT, home, month) == 2
            && !home.jobs(month).isEmpty());
  }

  private int age(Setback setback, HouseholdHistory home, Month month) {
    return setback.age(draw, home.household(), month);
  }

  private boolean isBelow(long yearly, HouseholdHistory home, Month month, int months) {
    return income(home, month, months) * 12 < yearly * months * home.household().size();
  }

  private static long income(HouseholdHistory home, Month month, int months) {
    return sum(home, month, months, Account::income);
  }

  /** An amount of the accounts of some months up to one. */
  private static long sum(
      HouseholdHistory home, Month last, int months, ToLongFunction<Account> amount) {
    long sum = 0;
    for (int back = 0; back < months; back++) {
      sum += amount.applyAsLong(home.account(last.plus(-back)));
    }
    return sum;
  }

  private boolean knows(Month month, int months) {
    return month.ordinal() - months + 1 >= first.ordinal();
  }
}
