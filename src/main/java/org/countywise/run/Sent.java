package org.countywise.run;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Presence;
import org.countywise.table.Field;
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

  @Override
  public int compareTo(Sent other) {
    return ORDER.compare(this, other);
  }
}
