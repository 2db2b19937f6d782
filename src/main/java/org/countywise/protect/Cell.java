package org.countywise.protect;

import java.math.BigDecimal;

/**
 * An exact row of an open region.
 *
 * @param level the region's level, {@code group} for a group
 * @param breakdown {@code name=value}, empty for the total
 * @param numerator null where there is none
 * @param denominator null for plain counts, or where there is none
 */
public record Cell(
    String indicator,
    String region,
    String level,
    String period,
    String breakdown,
    BigDecimal numerator,
    BigDecimal denominator,
    String status,
    Standing standing) {

  /** What readers know of a row. */
  public enum Standing {
    /** It is to be published now. */
    NEW,
    /** An earlier run published it, and it stays. */
    SHOWN,
    /** An earlier run published it without its numbers, and it stays so. */
    HIDDEN
  }

  /** What a row is, without its numbers. */
  public record Key(String indicator, String region, String period, String breakdown)
      implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      return text().compareTo(other.text());
    }

    private String text() {
      return String.join("\t", period, indicator, region, breakdown);
    }
  }

  /** What it is, without its numbers. */
  public Key key() {
    return new Key(indicator, region, period, breakdown);
  }
}
