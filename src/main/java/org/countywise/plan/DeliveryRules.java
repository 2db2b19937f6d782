package org.countywise.plan;

import java.math.BigDecimal;
import java.util.Set;

/**
 * How it is known what was delivered.
 *
 * @param expected the group whose members are expected even when they deliver nothing; empty for
 *     none
 * @param totals null where a source has no control totals: then every unit found has delivered
 * @param surveys datasets of which a unit without a row has delivered nothing
 * @param unreliable share of rejected rows above which a unit's values are of low reliability
 * @param blocked share of a dataset's rejected rows above which nothing is published
 */
public record DeliveryRules(
    String expected,
    ControlTotals totals,
    Set<String> surveys,
    BigDecimal unreliable,
    BigDecimal blocked) {

  /** Columns of the control totals: rows delivered by dataset and unit. */
  public record ControlTotals(String dataset, String of, String region, String rows) {}

  /** Whether a dataset is that of the control totals. */
  public boolean isTotals(Scan scan) {
    return totals != null && totals.dataset().equals(scan.dataset());
  }

  @Override
  public String toString() {
    return "presence\n  "
        + (totals == null ? "whoever is found has delivered" : "control totals " + totals.dataset())
        + (expected.isEmpty() ? "" : "; expected group:" + expected)
        + (surveys.isEmpty() ? "" : "; not delivered without a row: " + String.join(", ", surveys))
        + "; unreliable above "
        + unreliable
        + ", blocked above "
        + blocked
        + " of rows rejected\n";
  }
}
