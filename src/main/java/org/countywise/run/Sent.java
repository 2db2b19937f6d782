package org.countywise.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Presence;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/** What a unit sent, or announced to send, of a dataset in a period. */
record Sent(String dataset, String period, String unit) implements Comparable<Sent> {
  private static final Comparator<Sent> ORDER =
      Comparator.comparing(Sent::dataset).thenComparing(Sent::period).thenComparing(Sent::unit);

  /** How many rows accepted control totals announce. */
  static Map<Sent, Long> announced(Presence.ControlTotals names, Dataset<Row> totals) {
    Map<Sent, Long> announced = new TreeMap<>();
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
                    new Sent(row.getString(0), row.getString(1), row.getString(2)),
                    row.getLong(3)));
    return announced;
  }

  /** The units that announced what they deliver of a dataset: month, unit. */
  static Dataset<Row> senders(SparkSession spark, Set<Sent> announced, String dataset) {
    List<Row> rows =
        announced.stream()
            .filter(sent -> sent.dataset().equals(dataset))
            .map(sent -> RowFactory.create(sent.period(), sent.unit()))
            .toList();
    return spark.createDataFrame(rows, Field.schema(Parts.MONTH, Regions.UNIT));
  }

  /** A finding about it. */
  FindingBuilder about(FindingType type) {
    return type.in(dataset, period, unit);
  }

  /** What was announced, without surveys that came without an accepted row. */
  static Set<Sent> delivered(Set<Sent> announced, Set<String> surveys, List<Verdict> verdicts) {
    Set<Sent> surveyed =
        verdicts.stream()
            .filter(verdict -> verdict.reason().isEmpty() && verdict.rows() > 0)
            .map(verdict -> new Sent(verdict.dataset(), verdict.period(), verdict.unit()))
            .collect(Collectors.toSet());
    Set<Sent> delivered = new TreeSet<>(announced);
    delivered.removeIf(sent -> surveys.contains(sent.dataset()) && !surveyed.contains(sent));
    return delivered;
  }

  @Override
  public int compareTo(Sent other) {
    return ORDER.compare(this, other);
  }
}
