package org.countywise.site;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is counted of the values while they are written. */
final class Tally {
  private static final String PART = "part";

  private final String period;
  private final Set<String> regions = new TreeSet<>();
  private final Set<String> summed = new TreeSet<>();
  private final Map<String, Set<String>> breakdowns = new TreeMap<>();
  private final Map<String, Map<String, Map<String, Long>>> statuses = new TreeMap<>();
  private final Map<String, Map<String, Long>> revised = new TreeMap<>();

  /**
   * Nothing counted yet.
   *
   * @param period the month whose statuses are counted
   */
  Tally(String period) {
    this.period = period;
  }

  void count(PublishedValue value, String level) {
    PublishedValue.At at = value.at();
    regions.add(at.region());
    if (at.breakdown().isEmpty()) {
      summed.add(at.indicator());
    } else {
      breakdowns.computeIfAbsent(at.indicator(), first -> new TreeSet<>()).add(at.breakdown());
    }
    if (at.period().equals(period)) {
      statuses
          .computeIfAbsent(at.indicator(), first -> new TreeMap<>())
          .computeIfAbsent(at.breakdown().isEmpty() ? level : PART, first -> new TreeMap<>())
          .merge(value.said().status(), 1L, Long::sum);
    }
    if (value.revised() != null) {
      revised
          .computeIfAbsent(value.revised().release(), first -> new TreeMap<>())
          .merge(at.indicator(), 1L, Long::sum);
    }
  }

  /** Codes of the regions of which something is published. */
  Set<String> regions() {
    return regions;
  }

  /** Indicators that have a total. */
  Set<String> summed() {
    return summed;
  }

  /** Breakdowns by indicator. */
  Map<String, Set<String>> breakdowns() {
    return breakdowns;
  }

  /** Rows by indicator, level and status; {@code part} stands for all rows of breakdowns. */
  Map<String, Map<String, Map<String, Long>>> statuses() {
    return statuses;
  }

  /** Totals of the month by status. */
  Map<String, Long> totals() {
    Map<String, Long> totals = new TreeMap<>();
    statuses
        .values()
        .forEach(
            levels ->
                levels.forEach(
                    (level, counts) -> {
                      if (!level.equals(PART)) {
                        counts.forEach((status, rows) -> totals.merge(status, rows, Long::sum));
                      }
                    }));
    return totals;
  }

  /** Revised rows of all months by release and indicator. */
  Map<String, Map<String, Long>> revised() {
    return revised;
  }
}
