package org.countywise.store;

import static org.apache.spark.sql.functions.lit;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.MonthlyTally;
import org.countywise.plan.Months;
import org.countywise.plan.Tallying;
import org.countywise.plan.View;
import org.countywise.rows.Calendar;
import org.countywise.rows.KeptTally;
import org.countywise.rows.Partition;
import org.countywise.rows.Reads;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/**
 * The monthly tallies that a run leaves to later ones, so that what looks back at other months
 * reads no row of them again. In the store, the name of a tally stands where that of a dataset
 * does.
 */
public record KeptTallies(Calendar calendar, List<MonthlyTally> all) {

  /** Those of a calendar's plan. */
  public static KeptTallies of(Calendar calendar) {
    return new KeptTallies(calendar, Tallying.of(calendar.plan()).kept());
  }

  /** The entry that holds what a view's tally is made of; empty where none is kept. */
  Optional<Partition> entry(View.Tally tally, String month) {
    return all.stream()
        .filter(monthly -> monthly.serves(tally))
        .map(monthly -> new Partition(monthly.name(), month))
        .findFirst();
  }

  /**
   * Names of the entries that this run asks for, and of those that it is to leave.
   *
   * @param asked by this run
   */
  Map<Partition, List<String>> names(Set<Partition> asked, Fingerprints fingerprints) {
    Map<Partition, List<String>> names = new TreeMap<>();
    for (MonthlyTally monthly : all) {
      Stream.concat(
              asked.stream()
                  .filter(entry -> entry.dataset().equals(monthly.name()))
                  .map(Partition::month),
              left(monthly).stream())
          .forEach(
              month ->
                  names.computeIfAbsent(
                      new Partition(monthly.name(), month),
                      entry -> List.of(fingerprints.tally(monthly, month))));
    }
    return names;
  }

  /** Whether an entry is worth keeping: requested months look back at it, or the month after. */
  boolean isLeft(Partition entry) {
    return left(monthly(entry)).contains(entry.month());
  }

  private Set<String> left(MonthlyTally monthly) {
    Set<Months> windows = Tallying.of(calendar.plan()).windows(monthly);
    YearMonth last = calendar.periods().stream().max(YearMonth::compareTo).orElseThrow();
    return Stream.concat(calendar.periods().stream(), Stream.of(last.plusMonths(1)))
        .flatMap(period -> windows.stream().flatMap(months -> months.from(period).stream()))
        .filter(month -> !month.isAfter(last))
        .map(YearMonth::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The partitions that the rows of an entry are made of. */
  Set<Partition> madeOf(Partition entry) {
    return new Reads(calendar).judging(monthly(entry).dataset(), entry.month());
  }

  private MonthlyTally monthly(Partition entry) {
    return all.stream().filter(of -> of.name().equals(entry.dataset())).findFirst().orElseThrow();
  }

  /** What was found, by tally. */
  public Map<MonthlyTally, KeptTally> rows(Found found) {
    Map<MonthlyTally, KeptTally> kept = new LinkedHashMap<>();
    for (MonthlyTally monthly : all) {
      Set<String> months = months(monthly, found.uses().keySet());
      found
          .rows()
          .filter(rows -> !months.isEmpty())
          .map(rows -> rows.filter(Parts.DATASET.column().equalTo(monthly.name())))
          .ifPresent(rows -> kept.put(monthly, new KeptTally(months, rows)));
    }
    return kept;
  }

  private static Set<String> months(MonthlyTally monthly, Set<Partition> entries) {
    return entries.stream()
        .filter(entry -> entry.dataset().equals(monthly.name()))
        .map(Partition::month)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What rows of tallies there are for some entries; empty for none. */
  public Optional<Dataset<Row>> made(Set<Partition> entries, Tallied tallied) {
    return all.stream()
        .filter(monthly -> !months(monthly, entries).isEmpty())
        .map(
            monthly ->
                KeptTally.packed(
                        tallied.rows(monthly).filter(Rows.PERIOD.in(months(monthly, entries))))
                    .withColumn(Parts.DATASET.name(), lit(monthly.name())))
        .reduce((one, other) -> one.unionByName(other, true));
  }

  /** Where the rows of a tally come from. */
  public interface Tallied {
    Dataset<Row> rows(MonthlyTally monthly);
  }
}
