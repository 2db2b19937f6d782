package org.countywise.monitoring;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.plan.Watch;
import org.countywise.quality.DeliveryKey;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Outcome;
import org.countywise.rows.Calendar;
import org.countywise.rows.Conform;
import org.countywise.rows.Measure;
import org.countywise.rows.Relocate;
import org.countywise.rows.TallySources;
import org.countywise.table.Alerts;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * The early warning of a run: what the rules find in every month of the ledger, the ledger of the
 * months that are needed, and what is made of it.
 */
public final class EarlyWarning {
  private final SparkSession spark;
  private final Calendar calendar;
  private final Watch watch;
  private final org.countywise.monitoring.AlertRules rules;
  private final Dataset<Row> rows;
  private final Dataset<Row> hits;
  private final Dataset<Row> events;
  private final Dataset<Row> ledger;

  /**
   * Keeps the watch. Nothing is computed before it is asked for.
   *
   * @param sources settled rows, and the months that are watched: the last ones of the ledger
   * @param announced rows announced; null where every unit found has delivered
   * @param located finds the region of a month that a household last lay in under an older code
   * @param happened events of the months before, {@link Alerts#EVENTS}; empty for none
   */
  public EarlyWarning(
      Calendar calendar,
      TallySources sources,
      Map<DeliveryKey, Long> announced,
      Relocate located,
      Optional<Dataset<Row>> happened) {
    this.calendar = calendar;
    this.watch = calendar.plan().watch();
    this.rows = sources.datasets().get(watch.dataset());
    this.spark = rows.sparkSession();
    List<String> names = sources.periods().stream().map(YearMonth::toString).toList();
    this.rules =
        new org.countywise.monitoring.AlertRules(
            watch,
            sources,
            lacking(names, announced == null ? Set.of() : announced.keySet()),
            calendar.names());
    this.hits = Checkpoints.records(rules.apply(rows));
    this.events =
        Checkpoints.records(
            new AlertEvents(watch, sources.datasets(), names, happened).apply(hits));
    Dataset<Row> all = happened.map(events::unionByName).orElse(events);
    List<String> months = calendar.ledger().stream().map(YearMonth::toString).toList();
    this.ledger =
        Checkpoints.records(
            new Ledger(months, calendar.months(watch.alerts())).then(located).apply(all));
  }

  /** Which tallies are not known in which unit and month: what they read was not announced. */
  private Dataset<Row> lacking(List<String> months, Set<DeliveryKey> announced) {
    Set<String> units = new TreeSet<>();
    announced.forEach(key -> units.add(key.unit()));
    List<Row> rows = new ArrayList<>();
    for (String month : months) {
      for (String unit : units) {
        String[] tallies =
            watch.reads().entrySet().stream()
                .filter(
                    tally ->
                        tally.getValue().stream()
                            .anyMatch(
                                dataset ->
                                    !announced.contains(new DeliveryKey(dataset, month, unit))))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (tallies.length > 0) {
          rows.add(RowFactory.create(month, unit, tallies));
        }
      }
    }
    return spark.createDataFrame(rows, Field.schema(Rows.PERIOD, Rows.UNIT, Alerts.LACKING));
  }

  /** What happened in the months that were watched, {@link Alerts#EVENTS}: personal. */
  public Dataset<Row> events() {
    return events;
  }

  /** Measures of the alerts. */
  public Dataset<Row> measured() {
    return Checkpoints.rows(new Measure(watch.alerts(), Set.of(), rules.sources()).apply(judged()));
  }

  /** The alerts as rows that can be measured. */
  public Dataset<Row> judged() {
    int digits = calendar.plan().regionScheme().unitDigits();
    return new Conform(watch.alerts())
        .apply(alerts())
        .withColumn(Rows.UNIT.name(), substring(Rows.DELIVERED.column(), 1, digits))
        .withColumn(Rows.REGION.name(), Rows.DELIVERED.column());
  }

  private Dataset<Row> alerts() {
    return ledger.filter(Alerts.FIRST.column().isNotNull());
  }

  /** The restricted tables of the requested periods. */
  public Map<String, Dataset<Row>> tables() {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put("alert", new Explain(watch.rules()).apply(alerts().filter(requested())));
    tables.put("alert_sweep", sweep());
    return tables;
  }

  private Dataset<Row> sweep() {
    return hits.filter(requested())
        .select(
            Alerts.PERIOD.column(),
            Alerts.RULE.column(),
            explode(Alerts.REACHED.column()).as(Alerts.PERCENT.name()))
        .groupBy(Field.columns(Alerts.PERIOD, Alerts.RULE, Alerts.PERCENT))
        .agg(count(lit(1)).as(Alerts.HOUSEHOLDS.name()));
  }

  /** What was found in each of the requested periods. */
  public List<Outcome.Watched> watched() {
    Column open = Alerts.STATUS.column().equalTo("open");
    Map<String, Row> found = new HashMap<>();
    alerts()
        .filter(requested())
        .groupBy(Alerts.PERIOD.column())
        .agg(
            count(when(Alerts.FIRST.column().equalTo(Alerts.PERIOD.column()), 1)),
            count(when(open, 1)),
            count_distinct(when(open, Alerts.KEY.column())))
        .collectAsList()
        .forEach(row -> found.put(row.getString(0), row));
    Map<String, Long> households = new HashMap<>();
    rules
        .watched(rows, Rows.ROWS)
        .collectAsList()
        .forEach(row -> households.put(row.getString(0), row.getLong(1)));
    Row none = RowFactory.create("", 0L, 0L, 0L);
    return calendar.names().stream()
        .map(
            period -> {
              Row row = found.getOrDefault(period, none);
              return new Outcome.Watched(
                  period,
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  households.getOrDefault(period, 0L));
            })
        .toList();
  }

  private Column requested() {
    return Alerts.PERIOD.in(calendar.names());
  }

  /** Answers of the requested periods that no alert waited for, per unit. */
  public List<Finding> findings() {
    int digits = calendar.plan().regionScheme().unitDigits();
    return ledger
        .filter(Alerts.FIRST.column().isNull().and(requested()))
        .groupBy(
            Alerts.PERIOD.column(),
            substring(Alerts.REGION.column(), 1, digits).as(Rows.UNIT.name()))
        .agg(count(lit(1)))
        .sort(Alerts.PERIOD.column(), Rows.UNIT.column())
        .collectAsList()
        .stream()
        .map(row -> unasked(row.getString(0), row.getString(1), row.getLong(2)))
        .toList();
  }

  private Finding unasked(String period, String unit, long rows) {
    return FindingType.ANSWER_WITHOUT_ALERT
        .in(watch.answers().dataset(), period, unit)
        .rows(rows)
        .build();
  }
}
