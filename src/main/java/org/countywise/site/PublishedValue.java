package org.countywise.site;

import java.math.BigDecimal;

/**
 * A published value with its parts.
 *
 * @param said numbers and status
 * @param revised how it was last changed, null where it stands as first published
 */
public record PublishedValue(At at, Said said, Revised revised) {

  /** The place of a value; the breakdown is empty for the total. */
  public record At(String region, String indicator, String breakdown, String period) {}

  /**
   * A change after first publication.
   *
   * @param release the one that made it
   * @param before what was published before, null where it is not to be told
   */
  public record Revised(String release, Said before) {}

  /** What is published there; null where there is no number. */
  public record Said(Double value, BigDecimal numerator, BigDecimal denominator, String status) {
    private static final String SUPPRESSED = "Q";

    /** Refuses a suppressed value that still has a number: it is not to be shown. */
    public Said {
      if (SUPPRESSED.equals(status)
          && (value != null || numerator != null || denominator != null)) {
        throw new IllegalStateException(
            "a suppressed value (status Q) comes with a number; nothing is written of this release");
      }
    }
  }
}
