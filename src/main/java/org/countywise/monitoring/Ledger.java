package org.countywise.monitoring;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.countywise.rows.Stage;
import org.countywise.table.Alerts;

/**
 * Folds what happened to households into their alerts.
 *
 * <p>In: {@link Alerts#EVENTS}, of households with a hit or an answer. Out: {@link Alerts#LEDGER},
 * a row per alert and month in which it is open at the end, waits for help, or was closed; and a
 * row without {@link Alerts#FIRST} for an answer that no alert waited for.
 *
 * @param months all of them, from the first on, oldest first
 * @param wanted those whose rows are wanted
 */
public record Ledger(List<String> months, Set<String> wanted) implements Stage {
  /** A rule's condition holds. */
  static final String SIGHT = "sight";

  /** An answer. */
  static final String ANSWER = "answer";

  /** A household of the registry. */
  static final String PLACE = "place";

  /** Help. */
  static final String HELP = "help";

  @Override
  public Dataset<Row> apply(Dataset<Row> events) {
    return events
        .groupByKey(
            (MapFunction<Row, Long>) event -> event.<Long>getAs(Alerts.KEY.name()), Encoders.LONG())
        .flatMapGroups(fold(months, wanted), Encoders.row(Alerts.LEDGER));
  }

  /** Holds nothing but the months: it is sent to where the events are. */
  private static FlatMapGroupsFunction<Long, Row, Row> fold(
      List<String> months, Set<String> wanted) {
    return (key, events) ->
        rows(key, events, months).filter(row -> wanted.contains(row.getString(1))).iterator();
  }

  private static Stream<Row> rows(Long key, Iterator<Row> events, List<String> months) {
    HouseholdTimeline householdTimeline = new HouseholdTimeline();
    events.forEachRemaining(event -> learn(event, householdTimeline));
    return householdTimeline.tell(months).stream().map(entry -> row(key, entry));
  }

  private static void learn(Row event, HouseholdTimeline householdTimeline) {
    String month = event.getAs(Alerts.PERIOD.name());
    String rule = event.getAs(Alerts.RULE.name());
    String region = event.getAs(Alerts.REGION.name());
    switch (event.<String>getAs(Alerts.EVENT.name())) {
      case SIGHT -> householdTimeline.sees(rule, sight(event));
      case ANSWER ->
          householdTimeline.hears(month, rule, event.getAs(Alerts.ANSWER.name()), region);
      case HELP -> householdTimeline.gets(month, event.getAs(Alerts.HELPED.name()));
      default -> householdTimeline.lies(month, region);
    }
  }

  private static Alert.Sight sight(Row event) {
    return new Alert.Sight(
        event.<String>getAs(Alerts.PERIOD.name()),
        event.<BigDecimal>getAs(Alerts.OBSERVED.name()),
        event.<BigDecimal>getAs(Alerts.THRESHOLD.name()),
        event.<Long>getAs(Alerts.PER.name()));
  }

  private static Row row(Long key, HouseholdTimeline.Entry entry) {
    Alert alert = entry.alert();
    return alert == null
        ? RowFactory.create(
            key,
            entry.month(),
            entry.rule(),
            entry.region(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null)
        : RowFactory.create(
            key,
            entry.month(),
            entry.rule(),
            entry.region(),
            alert.seen().observed(),
            alert.seen().threshold(),
            alert.seen().per(),
            alert.seen().month(),
            alert.first(),
            alert.status(),
            alert.answered(),
            alert.answer());
  }
}
