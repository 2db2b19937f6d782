package org.countywise.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.DeliveryRules;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.rows.CodesByMonth;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/** What a unit sent, or announced to send, of a dataset in a period. */
public record DeliveryKey(String dataset, String period, String unit)
    implements Comparable<DeliveryKey> {
  private static final Comparator<DeliveryKey> ORDER =
      Comparator.comparing(DeliveryKey::dataset)
          .thenComparing(DeliveryKey::period)
          .thenComparing(DeliveryKey::unit);

  /** How many rows accepted control totals announce. */
  public static Map<DeliveryKey, Long> announced(
      DeliveryRules.ControlTotals names, Dataset<Row> totals) {
    Map<DeliveryKey, Long> announced = new TreeMap<>();
    totals
        .select(
            Field.declared(names.of()),
            Rows.PERIOD.column(),
            Field.declared(names.region()),
            Field.declared(names.rows()).cast("long"))
        .collectAsList()
        .forEach(
            row ->
                announced.put(
                    new DeliveryKey(row.getString(0), row.getString(1), row.getString(2)),
                    row.getLong(3)));
    return announced;
  }

  /** The units that announced what they deliver of a dataset, in each month for themselves. */
  public static CodesByMonth senders(
      SparkSession spark, Set<DeliveryKey> announced, String dataset) {
    return new CodesByMonth(
        spark,
        announced.stream()
            .filter(key -> key.dataset().equals(dataset))
            .map(key -> new CodesByMonth.Entry(key.unit(), key.period(), key.period(), key.unit()))
            .toList());
  }

  /** A finding about it. */
  public FindingBuilder about(FindingType type) {
    return type.in(dataset, period, unit);
  }

  /** What was announced, without surveys that came without an accepted row. */
  public static Set<DeliveryKey> delivered(
      Set<DeliveryKey> announced, Set<String> surveys, List<RowCounts> rowCounts) {
    Set<DeliveryKey> surveyed =
        rowCounts.stream()
            .filter(counts -> counts.reason().isEmpty() && counts.rows() > 0)
            .map(counts -> new DeliveryKey(counts.dataset(), counts.period(), counts.unit()))
            .collect(Collectors.toSet());
    Set<DeliveryKey> delivered = new TreeSet<>(announced);
    delivered.removeIf(key -> surveys.contains(key.dataset()) && !surveyed.contains(key));
    return delivered;
  }

  @Override
  public int compareTo(DeliveryKey other) {
    return ORDER.compare(this, other);
  }
}
