package org.countywise.run;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.stage.Attest;

/**
 * How many rows of each dataset, period and unit are rejected. Rows that were set aside for want of
 * a control total are neither rejected nor rows; identical repeats are rows. Rejected rows of no
 * known month count in every month of their dataset.
 *
 * @param units by unit; under the empty code, rows of no known unit
 */
record Shares(Map<Sent, Share> units) {

  /** Rejected rows and all rows. */
  record Share(long rejected, long rows) {
    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
      return new Share(rejected + other.rejected, rows + other.rows);
    }

    /** Whether more than this share of the rows is rejected; equality passes. */
    boolean above(BigDecimal limit) {
      BigDecimal allowed = limit.multiply(BigDecimal.valueOf(rows));
      return BigDecimal.valueOf(rejected).compareTo(allowed) > 0;
    }
  }

  static Shares of(Collection<Verdict> verdicts) {
    Map<String, Set<String>> months = new TreeMap<>();
    verdicts.stream()
        .filter(verdict -> Calendar.isMonth(verdict.period()))
        .forEach(v -> months.computeIfAbsent(v.dataset(), d -> new TreeSet<>()).add(v.period()));
    Map<Sent, Share> units = new TreeMap<>();
    for (Verdict verdict : verdicts) {
      if (!verdict.reason().equals(Attest.REASON)) {
        Share share = new Share(verdict.rejected() ? verdict.rows() : 0, verdict.rows());
        periods(verdict, months.getOrDefault(verdict.dataset(), Set.of()))
            .forEach(
                period ->
                    units.merge(
                        new Sent(verdict.dataset(), period, verdict.unit()), share, Share::plus));
      }
    }
    return new Shares(units);
  }

  /** Its own month; every month of the dataset where none is known, since it may be any. */
  private static Set<String> periods(Verdict verdict, Set<String> months) {
    return months.isEmpty() || Calendar.isMonth(verdict.period())
        ? Set.of(verdict.period())
        : months;
  }

  /** Those of a dataset, over all units, by period. */
  Map<String, Share> periods(String dataset) {
    Map<String, Share> periods = new TreeMap<>();
    units.forEach(
        (sent, share) -> {
          if (sent.dataset().equals(dataset)) {
            periods.merge(sent.period(), share, Share::plus);
          }
        });
    return periods;
  }

  Share of(String dataset, String period, String unit) {
    return units.getOrDefault(new Sent(dataset, period, unit), Share.NONE);
  }

  /** A dataset in a period. */
  record Partition(String dataset, String period) implements Comparable<Partition> {
    @Override
    public int compareTo(Partition other) {
      int byDataset = dataset.compareTo(other.dataset);
      return byDataset != 0 ? byDataset : period.compareTo(other.period);
    }
  }

  /** Where any row is rejected. */
  Set<Partition> soiled() {
    Set<Partition> soiled = new TreeSet<>();
    units.forEach(
        (sent, share) -> {
          if (share.rejected() > 0) {
            soiled.add(new Partition(sent.dataset(), sent.period()));
          }
        });
    return soiled;
  }
}
