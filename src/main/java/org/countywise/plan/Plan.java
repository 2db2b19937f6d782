package org.countywise.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything a run does, in order.
 *
 * @param scans datasets to read, each after the datasets it points to
 * @param indicators what is derived from the measures
 */
public record Plan(
    Territory territory, Presence presence, List<Scan> scans, List<Derivation> indicators) {

  /** The scan of a dataset of this plan. */
  public Scan scan(String dataset) {
    return scans.stream().filter(scan -> scan.dataset().equals(dataset)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return Stream.concat(
            Stream.of(territory.toString(), presence.toString()),
            Stream.concat(scans.stream().map(Scan::toString), Stream.of(derivations())))
        .collect(Collectors.joining("\n"));
  }

  private String derivations() {
    return indicators.stream()
        .map(indicator -> "  " + indicator)
        .collect(Collectors.joining("\n", "derive\n", "\n"));
  }
}
