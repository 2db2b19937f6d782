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
 * @param unit code of the county, empty where it concerns all
 * @param rows how many rows it concerns, null where they are too few to be told
 */
public record FindingCount(
    String rule,
    String dataset,
    String period,
    String unit,
    String severity,
    int findings,
    Long rows) {

  /**
   * Counts findings.
   *
   * @param least the smallest number of rows that is told, zero apart
   */
  public static List<FindingCount> of(List<Finding> findings, long least) {
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
    return alike.values().stream().map(same -> of(same.get(0), same, least)).toList();
  }

  private static FindingCount of(Finding one, List<Finding> all, long least) {
    long rows = all.stream().mapToLong(Finding::rows).sum();
    boolean few = all.stream().anyMatch(f -> f.rows() > 0 && f.rows() < least);
    return new FindingCount(
        one.rule(),
        one.dataset(),
        one.period(),
        one.unit(),
        one.severity().name().toLowerCase(Locale.ROOT),
        all.size(),
        few ? null : rows);
  }
}
