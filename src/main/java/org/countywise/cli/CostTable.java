package org.countywise.cli;

import java.util.List;
import org.countywise.report.Cost;
import org.countywise.report.Manifest;

/**
 * What the run of a release cost, for a terminal.
 *
 * @param costs none where an older engine made it
 */
public record CostTable(String release, List<Cost> costs) {

  static CostTable of(Manifest manifest) {
    return new CostTable(manifest.release(), manifest.costs());
  }

  /** Steps over all datasets. */
  public List<Cost> steps() {
    return costs.stream().filter(cost -> cost.dataset().isEmpty()).toList();
  }

  /** What became of the rows of each dataset. */
  public List<Cost> datasets() {
    return costs.stream().filter(cost -> !cost.dataset().isEmpty()).toList();
  }

  /** For people. */
  List<String> lines() {
    return TerminalText.lines("costs", this);
  }
}
