package org.countywise.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything a run does, in order.
 *
 * @param scans datasets to read, each after the datasets it points to
 * @param composites measures made of other measures in every unit
 * @param distributions statistics of the records of each region
 * @param watch the early warning, null where nothing is watched
 * @param indicators what is derived from the measures
 * @param balances sums of measures that must be zero in every unit
 * @param disclosure what is hidden of what is published
 * @param quality rules that warn of strange data
 * @param wordings what each indicator is made of, in words
 */
public record Plan(
    RegionScheme regionScheme,
    DeliveryRules deliveryRules,
    List<Scan> scans,
    List<Composite> composites,
    List<Distribution> distributions,
    Watch watch,
    List<Derivation> indicators,
    List<Derivation> balances,
    Disclosure disclosure,
    Quality quality,
    Map<String, Wording> wordings) {

  /** The same plan over other scans. */
  public Plan with(List<Scan> others) {
    return with(regionScheme, others);
  }

  /** The same plan in another territory. */
  public Plan in(RegionScheme other) {
    return with(other, scans);
  }

  private Plan with(RegionScheme place, List<Scan> read) {
    return new Plan(
        place,
        deliveryRules,
        read,
        composites,
        distributions,
        watch,
        indicators,
        balances,
        disclosure,
        quality,
        wordings);
  }

  /** Everything that is derived from measures: indicators, and sums that must be zero. */
  public List<Derivation> derivations() {
    return Stream.concat(indicators.stream(), balances.stream()).toList();
  }

  /** Every expression that is reckoned for rows, those that others read before them. */
  public List<Formula> formulas() {
    return Formula.of(this);
  }

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
    long records = distributions.stream().filter(of -> of.dataset().equals(scan.dataset())).count();
    return own
        + lookups
        + records
        + Tallying.of(this).monthly(scan.dataset())
        + watched(scan.dataset())
        + Quality.passes(quality.shares(scan.dataset())).size()
        + (names(scan.dataset()) ? 1 : 0);
  }

  /**
   * The column by which most steps put the rows of a scan beside others, or tally them; empty for
   * none.
   */
  public Optional<String> joinedBy(Scan scan) {
    Stream<List<String>> pointed =
        scans.stream()
            .flatMap(other -> other.lookups().stream())
            .filter(lookup -> lookup.dataset().equals(scan.dataset()))
            .map(Scan.Lookup::to);
    Stream<List<String>> points =
        scan.lookups().stream().filter(lookup -> !names(lookup.dataset())).map(Scan.Lookup::on);
    Stream<List<String>> tallies =
        Stream.concat(
                Tallying.of(this).of(scan.dataset()),
                scan.passes().stream().flatMap(pass -> pass.tallies().stream()))
            .map(View.Tally::on);
    Stream<List<String>> watches =
        watch != null && watch.dataset().equals(scan.dataset())
            ? Stream.of(List.of(watch.key()))
            : Stream.of();
    Map<String, Long> uses =
        Stream.of(pointed, points, tallies, watches)
            .flatMap(columns -> columns)
            .filter(columns -> columns.size() == 1)
            .map(columns -> columns.get(0))
            .filter(scan.columnNames()::contains)
            .collect(
                Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
    return uses.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** The rows that are watched are read for what they say and for where they lie. */
  private long watched(String dataset) {
    return watch == null || !watch.datasets().contains(dataset)
        ? 0
        : watch.dataset().equals(dataset) ? 2 : 1;
  }

  /** Whether the territory or presence is read from a dataset. */
  public boolean names(String dataset) {
    return (regionScheme.roster() != null && regionScheme.roster().dataset().equals(dataset))
        || (regionScheme.changes() != null && regionScheme.changes().dataset().equals(dataset))
        || (deliveryRules.totals() != null && deliveryRules.totals().dataset().equals(dataset))
        || regionScheme.groups().stream().anyMatch(group -> group.dataset().equals(dataset));
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
          .flatMap(Tallying::withInner)
          .forEach(tally -> place(scan(tally.dataset()), seen, ordered));
      ordered.add(scan);
    }
  }

  /**
   * Whether each month of a dataset is judged and measured by itself, from files that say their
   * month. Datasets of regions and control totals are needed as rows.
   */
  public boolean isByMonth(Scan scan) {
    return scan.kind() == Scan.Kind.PERIODIC
        && !scan.files().isEmpty()
        && scan.period().isEmpty()
        && scan.notCounted().isEmpty()
        && !names(scan.dataset());
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
            Stream.of(regionScheme.toString(), deliveryRules.toString()),
            Stream.concat(scans.stream().map(Scan::toString), derived()))
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> derived() {
    return Stream.of(
            watch == null ? "" : watch.toString(),
            part("in every unit", composites),
            part("of the records of each region", distributions),
            part("derive", indicators),
            part("zero in every unit", balances),
            disclosure.active() || !disclosure.restricted().isEmpty() ? disclosure.toString() : "",
            quality.toString().isEmpty() ? "" : "warn of\n" + quality)
        .filter(text -> !text.isEmpty());
  }

  private static String part(String head, List<?> lines) {
    return lines.isEmpty()
        ? ""
        : lines.stream()
            .map(line -> "  " + line)
            .collect(Collectors.joining("\n", head + "\n", "\n"));
  }
}
