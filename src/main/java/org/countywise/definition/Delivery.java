package org.countywise.definition;

/**
 * How a delivery shows what it delivers.
 *
 * @param unit the level that delivers and is expected, for example {@code county}
 * @param expected the group whose members are expected even when they deliver nothing; null for
 *     none
 * @param controlTotals null where a source has none: then every region found has delivered
 */
public record Delivery(String unit, String expected, ControlTotals controlTotals, Limits limits) {

  /** Columns of the control totals: rows delivered by dataset and unit. */
  public record ControlTotals(String dataset, String of, String region, String rows) {}

  /**
   * Limits on rejected rows, as decimal text between 0 and 1.
   *
   * @param unreliable above this share of a unit's rows its values are of low reliability
   * @param blocked above this share of a dataset's rows nothing is published
   */
  public record Limits(String unreliable, String blocked) {}
}
