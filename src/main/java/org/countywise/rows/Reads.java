package org.countywise.rows;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.plan.Months;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.plan.Watch;

/**
 * Which partitions are read for what a run does with rows.
 *
 * @param known of which tallies it is known what they come to, without rows of the month
 */
public record Reads(Calendar calendar, BiPredicate<View.Tally, String> known) {

  /** All that is read where nothing is known. */
  public Reads(Calendar calendar) {
    this(calendar, (tally, month) -> false);
  }

  /** To judge the rows of a month: they, and those they point to. */
  public Set<Partition> judging(String dataset, String month) {
    Set<Partition> read = new TreeSet<>();
    add(plan().scan(dataset), month, read);
    return read;
  }

  private void add(Scan scan, String month, Set<Partition> read) {
    boolean dated = scan.kind() == Scan.Kind.PERIODIC;
    if (read.add(new Partition(scan.dataset(), dated ? month : ""))) {
      scan.lookups().forEach(lookup -> add(plan().scan(lookup.dataset()), month, read));
    }
  }

  /** To judge the rows of a month, and to measure them where an indicator counts them. */
  public Set<Partition> of(Scan scan, String month) {
    return isMeasured(scan, month)
        ? measuring(scan, month, isRequested(month))
        : judging(scan.dataset(), month);
  }

  /**
   * To judge and measure the rows of a month.
   *
   * @param requested whether they look back at other months
   */
  public Set<Partition> measuring(Scan scan, String month, boolean requested) {
    Set<Partition> read = judging(scan.dataset(), month);
    List<YearMonth> periods = requested ? List.of(YearMonth.parse(month)) : List.of();
    scan.passes().forEach(pass -> read.addAll(tallying(pass.tallies(), month, periods)));
    return read;
  }

  /** Whether a month is asked for, and not only compared with. */
  public boolean isRequested(String month) {
    return calendar.names().contains(month);
  }

  /** Whether the rows of a month are measured: an indicator counts them. */
  public boolean isMeasured(Scan scan, String month) {
    return !scan.views().isEmpty() && calendar.counted(scan).contains(month);
  }

  /** To watch a month. */
  public Set<Partition> watching(String month) {
    Watch watch = plan().watch();
    Set<Partition> read = new TreeSet<>();
    watch.datasets().forEach(dataset -> read.addAll(judging(dataset, month)));
    read.addAll(tallying(watch.view().tallies(), month, calendar.ledger()));
    return read;
  }

  /** To look at the rows of a view in a requested period, with what is tallied beside them. */
  public Set<Partition> looking(String dataset, View view, String period) {
    Set<Partition> read = judging(dataset, period);
    read.addAll(tallying(view.tallies(), period, calendar.periods()));
    return read;
  }

  /** Periods are the months whose rows look back at others. */
  private Set<Partition> tallying(
      Collection<View.Tally> tallies, String month, Collection<YearMonth> periods) {
    return tallies.stream()
        .flatMap(tally -> of(tally, month, periods))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Partition> of(View.Tally tally, String month, Collection<YearMonth> periods) {
    return window(tally.months(), YearMonth.parse(month), periods).stream()
        .map(YearMonth::toString)
        .filter(seen -> !known.test(tally, seen))
        .flatMap(
            seen ->
                Stream.concat(
                    judging(tally.dataset(), seen).stream(),
                    tallying(tally.tallies(), seen, periods).stream()));
  }

  private static List<YearMonth> window(
      Months months, YearMonth month, Collection<YearMonth> periods) {
    return months == Months.THIS || periods.contains(month) ? months.from(month) : List.of();
  }

  private Plan plan() {
    return calendar.plan();
  }
}
