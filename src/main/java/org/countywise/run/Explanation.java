package org.countywise.run;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the number of a region and period came about, computed again from the delivery.
 *
 * @param funnels one per measure and month of either side
 * @param made measures that are made of other measures in every unit, with how
 * @param children the regions below, or a group's members, with what they came to
 * @param numerator as it came out again, null where there is none
 * @param denominator the same
 */
public record Explanation(
    List<Funnel> funnels,
    List<String> made,
    List<Child> children,
    BigDecimal numerator,
    BigDecimal denominator) {

  /** A region below. */
  public record Child(String region, BigDecimal numerator, BigDecimal denominator, String status) {}

  /**
   * From the rows that were read to the number they come to.
   *
   * @param side numerator or denominator
   * @param times how often the number counts in its side
   * @param read rows of the region in the dataset and month
   * @param lost what became of the others, in order; with {@code counted} they add up to {@code
   *     read}
   * @param number what the counted rows come to
   */
  public record Funnel(
      String side,
      String measure,
      String dataset,
      String month,
      BigDecimal times,
      long read,
      List<Lost> lost,
      long counted,
      BigDecimal number) {}

  /** Rows that do not count, and why. */
  public record Lost(String why, long rows) {}
}
