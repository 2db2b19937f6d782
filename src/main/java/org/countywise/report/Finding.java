package org.countywise.report;

import java.util.List;

/**
 * What is wrong or strange in the data of a dataset, period and unit.
 *
 * @param rule short name of the rule, for example {@code control_total}
 * @param dataset empty where none is concerned
 * @param period {@code YYYY-MM}, empty for reference data
 * @param unit code of the county, empty where it concerns all
 * @param rows how many rows are concerned, 0 where rows are not the matter
 * @param sampleKeys keys of at most five of them: personal, only for the restricted table
 * @param message what was found and what to do, without any personal value
 * @param breakdown {@code name=value} where it concerns one part of a breakdown, else empty
 */
public record Finding(
    String rule,
    String dataset,
    String period,
    String unit,
    Severity severity,
    long rows,
    List<String> sampleKeys,
    String message,
    String breakdown) {

  /** Characters that have no shape are shown. */
  public Finding {
    message = Visible.text(message);
  }

  /** What follows from a finding. */
  public enum Severity {
    /** Something to know. */
    WARNING,
    /** Data are missing from the result. */
    ERROR,
    /** Nothing is published. */
    BLOCKER
  }

  /** Whether one of them stands against publishing. */
  public static boolean blocks(java.util.Collection<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCKER);
  }

  /** The finding as one line of text, without sample keys. */
  public String line() {
    String where =
        java.util.stream.Stream.of(dataset, period, unit)
            .filter(text -> !text.isEmpty())
            .collect(java.util.stream.Collectors.joining(" "));
    return (where.isEmpty() ? "" : Visible.text(where) + ": ") + message + " [" + rule + "]";
  }
}
