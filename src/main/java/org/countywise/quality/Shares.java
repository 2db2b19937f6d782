package org.countywise.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.rows.Calendar;
import org.countywise.rows.RejectUnannounced;

/**
 * How many rows of each dataset, period and unit are rejected. Rows that were set aside for want of
 * a control total are neither rejected nor rows; identical repeats are rows. Rejected rows of no
 * known month count in every month of their dataset.
 *
 * @param units by unit; under the empty code, rows of no known unit
 */
public record Shares(Map<DeliveryKey, Share> units) {

  /** Rejected rows and all rows. */
  public record Share(long rejected, long rows) {
    public static final Share NONE = new Share(0, 0);

    public Share plus(Share other) {
      return new Share(rejected + other.rejected, rows + other.rows);
    }

    /** Whether more than this share of the rows is rejected; equality passes. */
    public boolean above(BigDecimal limit) {
      BigDecimal allowed = limit.multiply(BigDecimal.valueOf(rows));
      return BigDecimal.valueOf(rejected).compareTo(allowed) > 0;
    }
  }

  public static Shares of(Collection<RowCounts> rowCounts) {
    Map<String, Set<String>> months = new TreeMap<>();
    rowCounts.stream()
        .filter(counts -> Calendar.isMonth(counts.period()))
        .forEach(v -> months.computeIfAbsent(v.dataset(), d -> new TreeSet<>()).add(v.period()));
    Map<DeliveryKey, Share> units = new TreeMap<>();
    for (RowCounts counts : rowCounts) {
      if (!counts.reason().equals(RejectUnannounced.REASON)) {
        Share share = new Share(counts.rejected() ? counts.rows() : 0, counts.rows());
        periods(counts, months.getOrDefault(counts.dataset(), Set.of()))
            .forEach(
                period ->
                    units.merge(
                        new DeliveryKey(counts.dataset(), period, counts.unit()),
                        share,
                        Share::plus));
      }
    }
    return new Shares(units);
  }

  /** Its own month; every month of the dataset where none is known, since it may be any. */
  private static Set<String> periods(RowCounts counts, Set<String> months) {
    return months.isEmpty() || Calendar.isMonth(counts.period()) ? Set.of(counts.period()) : months;
  }

  /** Those of a dataset, over all units, by period. */
  public Map<String, Share> periods(String dataset) {
    Map<String, Share> periods = new TreeMap<>();
    units.forEach(
        (key, share) -> {
          if (key.dataset().equals(dataset)) {
            periods.merge(key.period(), share, Share::plus);
          }
        });
    return periods;
  }

  public Share of(String dataset, String period, String unit) {
    return units.getOrDefault(new DeliveryKey(dataset, period, unit), Share.NONE);
  }

  /** A dataset in a period. */
  public record Partition(String dataset, String period) implements Comparable<Partition> {
    @Override
    public int compareTo(Partition other) {
      int byDataset = dataset.compareTo(other.dataset);
      return byDataset != 0 ? byDataset : period.compareTo(other.period);
    }
  }

  /** Where any row is rejected. */
  public Set<Partition> soiled() {
    Set<Partition> soiled = new TreeSet<>();
    units.forEach(
        (key, share) -> {
          if (share.rejected() > 0) {
            soiled.add(new Partition(key.dataset(), key.period()));
          }
        });
    return soiled;
  }
}
