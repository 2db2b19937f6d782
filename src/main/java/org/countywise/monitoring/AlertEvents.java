package org.countywise.monitoring;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Watch;
import org.countywise.rows.Stage;
import org.countywise.table.Alerts;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * What happened to households that a rule looked out for or an answer was about.
 *
 * <p>In: hits as {@link org.countywise.monitoring.AlertRules} makes them. Out: {@link
 * Alerts#EVENTS}.
 *
 * @param datasets settled rows by dataset
 * @param months that are watched
 * @param happened events of the months before; where a household lies and what help it gets matters
 *     from its first hit on
 */
public record AlertEvents(
    Watch watch,
    Map<String, Dataset<Row>> datasets,
    List<String> months,
    Optional<Dataset<Row>> happened)
    implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> hits) {
    Dataset<Row> raised = hits.filter(Alerts.RAISED.column());
    Dataset<Row> sights =
        events(
            raised,
            Ledger.SIGHT,
            Map.of(
                Alerts.RULE, Alerts.RULE.column(),
                Alerts.OBSERVED, Alerts.OBSERVED.column(),
                Alerts.THRESHOLD, Alerts.THRESHOLD.column(),
                Alerts.PER, Alerts.PER.column()));
    Dataset<Row> households = broadcast(households(raised).distinct());
    Dataset<Row> places =
        events(of(rows(watch.dataset()), households), Ledger.PLACE, Map.of(Alerts.REGION, lies()));
    Dataset<Row> help =
        events(
            of(rows(watch.assistance().dataset()), households),
            Ledger.HELP,
            Map.of(Alerts.HELPED, date_format(began(), "yyyy-MM")));
    return sights.unionByName(answers()).unionByName(places).unionByName(help);
  }

  /** Those with a hit in these months, or in one before. */
  private Dataset<Row> households(Dataset<Row> raised) {
    Dataset<Row> now = raised.select(Alerts.KEY.column());
    return happened
        .map(
            events ->
                events
                    .filter(Alerts.EVENT.column().equalTo(Ledger.SIGHT))
                    .select(Alerts.KEY.column()))
        .map(now::union)
        .orElse(now);
  }

  private Dataset<Row> answers() {
    return events(
        rows(watch.answers().dataset()),
        Ledger.ANSWER,
        Map.of(
            Alerts.RULE, Field.declared(watch.answers().rule()),
            Alerts.ANSWER, Field.declared(watch.answers().outcome()),
            Alerts.REGION, Rows.DELIVERED.column()));
  }

  private Column began() {
    return Field.declared(watch.assistance().startedOn());
  }

  private static Column lies() {
    return Rows.REGION.column();
  }

  /** Accepted rows of the ledger's months, with the key under its name in the ledger. */
  private Dataset<Row> rows(String dataset) {
    return datasets
        .get(dataset)
        .filter(Rows.REASON.column().isNull().and(Rows.PERIOD.in(months)))
        .withColumn(Alerts.KEY.name(), Field.declared(watch.key()));
  }

  private static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> households) {
    return rows.join(households, Field.names(Alerts.KEY), "left_semi");
  }

  private static Dataset<Row> events(Dataset<Row> rows, String event, Map<Field, Column> known) {
    Column[] columns =
        Alerts.EVENTS.stream()
            .map(
                field ->
                    (field.equals(Alerts.KEY) || field.equals(Alerts.PERIOD)
                            ? field.column()
                            : field.equals(Alerts.EVENT)
                                ? lit(event)
                                : known.getOrDefault(field, lit(null)))
                        .cast(field.type())
                        .as(field.name()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }
}
