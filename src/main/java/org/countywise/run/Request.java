package org.countywise.run;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.countywise.plan.Plan;

/**
 * What an analyst asks for.
 *
 * @param delivery folder of the delivery
 * @param definitions hash of the definitions the plan was made of
 * @param files their texts by file name, kept with the release; empty where they are not kept
 */
public record Request(
    String delivery,
    List<YearMonth> periods,
    Plan plan,
    String definitions,
    Rerun rerun,
    Map<String, String> files) {
  /** A request whose definitions are not kept. */
  public Request(
      String delivery, List<YearMonth> periods, Plan plan, String definitions, Rerun rerun) {
    this(delivery, periods, plan, definitions, rerun, Map.of());
  }

  /** When to compute what the latest release already says. */
  public enum Rerun {
    /** Where files, definitions or the engine are others than it was made of. */
    WHEN_CHANGED,
    /** In any case. */
    ALWAYS
  }
}
