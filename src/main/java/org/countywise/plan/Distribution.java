package org.countywise.plan;

import java.util.List;
import java.util.Locale;

/**
 * A statistic of the records of each region, which does not add up over regions.
 *
 * @param indicator the indicator that shows it
 * @param view whose rows are the records; it measures nothing
 * @param value SQL of a record's value
 * @param weight SQL of a record's weight, with at most 6 decimals
 */
public record Distribution(
    String indicator, Kind kind, String dataset, View view, String value, String weight) {

  /** Which statistic. */
  public enum Kind {
    GINI,
    MEDIAN
  }

  /** What it reads beside the rows themselves. */
  List<View.Tally> tallies() {
    return view.tallies();
  }

  @Override
  public String toString() {
    return indicator
        + " = "
        + kind.name().toLowerCase(Locale.ROOT)
        + " of "
        + value
        + " weighted by "
        + weight
        + "\n"
        + view;
  }
}
