package org.countywise.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.countywise.plan.Derivation;
import org.countywise.plan.Plan;

/**
 * What an analyst asks for.
 *
 * @param delivery folder of the delivery
 * @param definitions hash of the definitions the plan was made of
 * @param regionsAsOf the day whose regions every period is computed in; null for the last day of
 *     each period
 * @param files their texts by file name, kept with the release; empty where they are not kept
 * @param withdrawals what is taken out of publication
 */
public record Request(
    String delivery,
    List<YearMonth> periods,
    Plan plan,
    String definitions,
    Rerun rerun,
    Map<String, String> files,
    LocalDate regionsAsOf,
    Withdrawals withdrawals) {

  /** A request that withdraws nothing. */
  public Request(
      String delivery,
      List<YearMonth> periods,
      Plan plan,
      String definitions,
      Rerun rerun,
      Map<String, String> files,
      LocalDate regionsAsOf) {
    this(delivery, periods, plan, definitions, rerun, files, regionsAsOf, Withdrawals.none());
  }

  /** A request whose definitions are not kept, in the regions of each period's last day. */
  public Request(
      String delivery, List<YearMonth> periods, Plan plan, String definitions, Rerun rerun) {
    this(delivery, periods, plan, definitions, rerun, Map.of(), null);
  }

  /** The periods of which something is left to compute. */
  List<YearMonth> computed() {
    return periods.stream()
        .filter(period -> !withdrawals.takes(period.toString(), indicators()))
        .toList();
  }

  /** The same request of some of its periods. */
  Request of(List<YearMonth> some) {
    return new Request(delivery, some, plan, definitions, rerun, files, regionsAsOf, withdrawals);
  }

  /** The indicators it asks for. */
  List<String> indicators() {
    return plan.indicators().stream().map(Derivation::indicator).toList();
  }

  /** When to compute what the latest release already says. */
  public enum Rerun {
    /** Where files, definitions or the engine are others than it was made of. */
    WHEN_CHANGED,
    /** In any case. */
    ALWAYS
  }
}
