package org.countywise.monitoring;

import java.util.ArrayList;
import java.util.List;

/**
 * The alerts of one household by one rule, advanced month by month.
 *
 * <p>A condition that holds raises an alert, which stays one until it is answered, also when the
 * condition no longer holds. Answered while the condition holds, there is no new alert before a
 * month in which it does not. A confirmed alert waits for help.
 */
final class AlertCase {
  private final List<Alert> confirmed = new ArrayList<>();
  private Alert open;
  private boolean lapsed = true;

  /**
   * What happens in a month.
   *
   * @param sight null where the condition does not hold
   * @param answer null for none
   * @param helped the month in which the latest help began, null for none
   */
  record Month(String name, Alert.Sight sight, String answer, String helped) {}

  /**
   * What a month leaves.
   *
   * @param alerts open, waiting for help, or closed in it
   * @param unasked whether there was an answer and no alert for it
   */
  record Step(List<Alert> alerts, boolean unasked) {}

  Step advance(Month month) {
    raise(month);
    boolean unasked = month.answer() != null && open == null;
    List<Alert> shown = new ArrayList<>();
    if (month.answer() != null && open != null) {
      answer(month, shown);
    }
    confirmed.replaceAll(alert -> alert.helped(month.helped()));
    shown.addAll(confirmed);
    confirmed.removeIf(alert -> !Alert.CONFIRMED.equals(alert.status()));
    if (open != null) {
      shown.add(open);
    }
    return new Step(shown, unasked);
  }

  private void raise(Month month) {
    lapsed |= month.sight() == null;
    if (month.sight() != null && open != null) {
      open = open.seen(month.sight());
    } else if (month.sight() != null && lapsed) {
      open = Alert.raised(month.name(), month.sight());
    }
  }

  private void answer(Month month, List<Alert> shown) {
    Alert answered = open.answered(month.name(), month.answer());
    (Alert.CONFIRMED.equals(answered.status()) ? confirmed : shown).add(answered);
    open = null;
    lapsed = month.sight() == null;
  }
}
