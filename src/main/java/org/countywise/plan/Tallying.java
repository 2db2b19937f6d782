package org.countywise.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan tallies of rows, and how often each tally is read.
 *
 * @param steps the tallies of each step that reads any
 */
public record Tallying(Plan plan, List<List<View.Tally>> steps) {

  /** The tallies of a plan's views, statistics, early warning and rules of quality. */
  public static Tallying of(Plan plan) {
    Stream<List<View.Tally>> measured =
        plan.scans().stream().flatMap(scan -> scan.passes().stream()).map(AggregationPass::tallies);
    Stream<List<View.Tally>> recorded = plan.distributions().stream().map(Distribution::tallies);
    Stream<List<View.Tally>> watched =
        plan.watch() == null ? Stream.of() : Stream.of(plan.watch().view().tallies());
    return new Tallying(
        plan,
        Stream.of(measured, recorded, watched, plan.quality().tallying())
            .flatMap(steps -> steps)
            .toList());
  }

  /** What is tallied of the rows of each dataset by a key and month. */
  public List<MonthlyTally> monthly() {
    return MonthlyTally.of(all());
  }

  /** How many monthly tallies there are of a dataset. */
  long monthly(String dataset) {
    return monthly().stream().filter(of -> of.dataset().equals(dataset)).count();
  }

  /**
   * Monthly tallies that windows of other months add up, and that need no rows but those of their
   * own dataset and month, whose files say it: what later runs want of this one's rows.
   */
  public List<MonthlyTally> kept() {
    return monthly().stream()
        .filter(monthly -> monthly.tallies().isEmpty() && !windows(monthly).isEmpty())
        .filter(monthly -> plan.isByMonth(plan.scan(monthly.dataset())))
        .toList();
  }

  /** The windows of months in which a monthly tally is added up. */
  public Set<Months> windows(MonthlyTally monthly) {
    return all()
        .filter(monthly::serves)
        .map(View.Tally::months)
        .filter(months -> months != Months.THIS)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many steps read a monthly tally: those of the month itself and of windows apart. */
  public long readers(MonthlyTally monthly) {
    return steps.stream()
        .mapToLong(
            step ->
                step.stream()
                    .flatMap(Tallying::withInner)
                    .filter(monthly::serves)
                    .map(tally -> tally.months() == Months.THIS)
                    .distinct()
                    .count())
        .sum();
  }

  /** Every tally of a dataset's rows. */
  Stream<View.Tally> of(String dataset) {
    return all().filter(tally -> tally.dataset().equals(dataset));
  }

  private Stream<View.Tally> all() {
    return steps.stream().flatMap(List::stream).flatMap(Tallying::withInner);
  }

  /** A tally with those that stand beside the rows it tallies. */
  static Stream<View.Tally> withInner(View.Tally tally) {
    return Stream.concat(Stream.of(tally), tally.tallies().stream().flatMap(Tallying::withInner));
  }
}
