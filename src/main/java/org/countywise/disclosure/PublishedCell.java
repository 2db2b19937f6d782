package org.countywise.disclosure;

import java.math.BigDecimal;

/**
 * An exact row of an open region.
 *
 * @param level the region's level, {@code group} for a group
 * @param breakdown {@code name=value}, empty for the total
 * @param numerator null where there is none
 * @param denominator null for plain counts, or where there is none
 * @param vintage the earlier release that showed it before this row took its place; empty for rows
 *     that are to be published or stay
 */
public record PublishedCell(
    String indicator,
    String region,
    String level,
    String period,
    String breakdown,
    BigDecimal numerator,
    BigDecimal denominator,
    String status,
    Standing standing,
    String vintage) {

  /** A row that is to be published or stays. */
  public PublishedCell(
      String indicator,
      String region,
      String level,
      String period,
      String breakdown,
      BigDecimal numerator,
      BigDecimal denominator,
      String status,
      Standing standing) {
    this(indicator, region, level, period, breakdown, numerator, denominator, status, standing, "");
  }

  /** The same row, hidden by an earlier run. */
  PublishedCell hidden() {
    return with(Standing.HIDDEN, vintage);
  }

  /** The same row, shown by another release. */
  public PublishedCell of(String release) {
    return with(standing, release);
  }

  private PublishedCell with(Standing stands, String release) {
    return new PublishedCell(
        indicator,
        region,
        level,
        period,
        breakdown,
        numerator,
        denominator,
        status,
        stands,
        release);
  }

  /** Whether another row took its place. */
  boolean isOld() {
    return !vintage.isEmpty();
  }

  /** From where a number is seen: its period, in the release that shows it. */
  String viewpoint() {
    return isOld() ? period + "@" + vintage : period;
  }

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
