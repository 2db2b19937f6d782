package org.countywise.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.countywise.plan.Plan;

/**
 * What an analyst asks for.
 *
 * @param delivery folder of the delivery
 * @param definitions hash of the definitions the plan was made of
 * @param regionsAsOf the day whose regions every period is computed in; null for the last day of
 *     each period
 */
public record Request(
    String delivery,
    List<YearMonth> periods,
    Plan plan,
    String definitions,
    Rerun rerun,
    LocalDate regionsAsOf) {

  /** A request for periods in the regions of their last days. */
  public Request(
      String delivery, List<YearMonth> periods, Plan plan, String definitions, Rerun rerun) {
    this(delivery, periods, plan, definitions, rerun, null);
  }

  /** When to compute what the latest release already says. */
  public enum Rerun {
    /** Where files, definitions or the engine are others than it was made of. */
    WHEN_CHANGED,
    /** In any case. */
    ALWAYS
  }
}
