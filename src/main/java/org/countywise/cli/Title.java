package org.countywise.cli;

/** A row of {@code dim_indicator}: what an indicator is called and counted in. */
public record Title(String indicator, String en, String zh, String unit) {

  /** For an indicator the release says nothing about. */
  static Title unknown(String indicator) {
    return new Title(indicator, "", "", "");
  }

  /** Whether it is counted in percent. */
  boolean percent() {
    return unit.equals("percent");
  }

  /** One line above a table. */
  String line() {
    String titles = String.join("  ", en, zh).strip();
    return indicator
        + (titles.isEmpty() ? "" : "  " + titles)
        + (unit.isEmpty() ? "" : ", " + unit);
  }
}
