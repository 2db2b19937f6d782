package org.countywise.oracle;

/**
 * One disagreement about a cell: {@code what} is a column, or "missing row", "extra row", "repeated
 * row"; {@code expected} is the oracle's word and {@code found} the export's, as text, null where
 * there is none.
 */
public record Difference(
    String indicator,
    String regionCode,
    String period,
    String breakdown,
    String what,
    String expected,
    String found) {

  @Override
  public String toString() {
    String cell = String.join(" ", indicator, regionCode, period, breakdown).strip();
    return "%s: %s: expected %s, found %s".formatted(cell, what, expected, found);
  }
}
