package org.countywise.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** How many steps read the rows of a scan: its own passes and breakdowns, and other scans. */
  public long readers(Scan scan) {
    long own =
        scan.passes().size()
            + scan.views().stream().mapToLong(view -> view.dimensions().size()).sum();
    long lookups =
        scans.stream()
            .flatMap(other -> other.lookups().stream())
            .filter(lookup -> lookup.dataset().equals(scan.dataset()))
            .count();
    return own + lookups + tallied(scan.dataset()).count() + (names(scan.dataset()) ? 1 : 0);
  }

  /** Distinct tallies of a dataset's rows. */
  private Stream<View.Tally> tallied(String dataset) {
    return scans.stream()
        .flatMap(scan -> scan.passes().stream())
        .flatMap(pass -> pass.tallies().stream())
        .flatMap(Plan::withInner)
        .filter(tally -> tally.dataset().equals(dataset));
  }

  private static Stream<View.Tally> withInner(View.Tally tally) {
    return Stream.concat(Stream.of(tally), tally.tallies().stream().flatMap(Plan::withInner));
  }

  /** Whether the territory or presence is read from a dataset. */
  private boolean names(String dataset) {
    return (territory.roster() != null && territory.roster().dataset().equals(dataset))
        || (presence.totals() != null && presence.totals().dataset().equals(dataset))
        || territory.groups().stream().anyMatch(group -> group.dataset().equals(dataset));
  }

  /** Scans in an order in which each follows those whose rows it tallies. */
  public List<Scan> measuring() {
    Set<Scan> seen = new HashSet<>();
    List<Scan> ordered = new ArrayList<>();
    scans.forEach(scan -> place(scan, seen, ordered));
    return List.copyOf(ordered);
  }

  private void place(Scan scan, Set<Scan> seen, List<Scan> ordered) {
    if (seen.add(scan)) {
      scan.passes().stream()
          .flatMap(pass -> pass.tallies().stream())
          .flatMap(Plan::withInner)
          .forEach(tally -> place(scan(tally.dataset()), seen, ordered));
      ordered.add(scan);
    }
  }

  /** Whether a measure has published totals that can stand in for its parts. */
  public boolean hasTotals() {
    return scans.stream()
        .flatMap(scan -> scan.views().stream())
        .flatMap(view -> view.measures().stream())
        .anyMatch(measure -> !measure.total().isEmpty());
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
