package org.countywise.run;

import java.util.List;
import java.util.Map;
import org.countywise.report.Finding;

/**
 * How a run ended.
 *
 * @param release empty where nothing was published
 * @param findings blockers first
 * @param statuses published rows by status
 * @param rows rows read by dataset
 */
public record Outcome(
    String release, List<Finding> findings, Map<String, Long> statuses, Map<String, Long> rows) {

  /** True where a release was published. */
  public boolean published() {
    return !release.isEmpty();
  }
}
