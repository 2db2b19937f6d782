package org.countywise.monitoring;

import java.math.BigDecimal;

/**
 * One alert of a household as it stands.
 *
 * @param first the month in which it was raised
 * @param seen what was observed in the last month in which the rule's condition held
 * @param status one of the constants, or the answer that closed it
 * @param answered the month of the answer, null before
 * @param answer null before
 */
record Alert(String first, Sight seen, String status, String answered, String answer) {
  static final String OPEN = "open";
  static final String CONFIRMED = "confirmed";
  static final String ASSISTED = "assisted";

  /** What a rule observes in a month in which its condition holds. */
  record Sight(String month, BigDecimal observed, BigDecimal threshold, long per) {}

  static Alert raised(String month, Sight seen) {
    return new Alert(month, seen, OPEN, null, null);
  }

  Alert seen(Sight again) {
    return new Alert(first, again, status, answered, answer);
  }

  Alert answered(String month, String by) {
    return new Alert(first, seen, by, month, by);
  }

  /**
   * The alert after a month's help.
   *
   * @param since the month in which the latest help began, null for none
   */
  Alert helped(String since) {
    boolean helps = CONFIRMED.equals(status) && since != null && since.compareTo(first) >= 0;
    return helps ? new Alert(first, seen, ASSISTED, answered, answer) : this;
  }
}
