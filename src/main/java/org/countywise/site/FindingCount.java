package org.countywise.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.report.Finding;

/**
 * How often a rule found something in a dataset, month and county: a count, never a key or message.
 *
 * <p>How many rows are concerned is told as a power of ten. The number itself can be that of all
 * rows a county delivered, and so tell more of its people than is published.
 *
 * @param unit code of the county, empty where it concerns all
 * @param rows the greatest power of ten that is not above the number of rows, 0 for none
 */
public record FindingCount(
    String rule,
    String dataset,
    String period,
    String unit,
    String severity,
    int findings,
    long rows) {
  private static final int TEN = 10;

  /** Counts findings that differ in nothing but what they concern. */
  public static List<FindingCount> of(List<Finding> findings) {
    Map<String, List<Finding>> alike = new TreeMap<>();
    for (Finding finding : findings) {
      String key =
          String.join(
              "\t",
              finding.rule(),
              finding.unit(),
              finding.period(),
              finding.dataset(),
              finding.severity().name());
      alike.computeIfAbsent(key, first -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream().map(FindingCount::alike).toList();
  }

  private static FindingCount alike(List<Finding> all) {
    Finding one = all.get(0);
    return new FindingCount(
        one.rule(),
        one.dataset(),
        one.period(),
        one.unit(),
        one.severity().name().toLowerCase(Locale.ROOT),
        all.size(),
        magnitude(all.stream().mapToLong(Finding::rows).sum()));
  }

  private static long magnitude(long rows) {
    if (rows <= 0) {
      return 0;
    }
    long power = 1;
    while (rows / power >= TEN) {
      power *= TEN;
    }
    return power;
  }
}
