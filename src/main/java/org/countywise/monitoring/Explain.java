package org.countywise.monitoring;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Watch;
import org.countywise.rows.Stage;
import org.countywise.table.Alerts;
import org.countywise.table.Field;

/**
 * Makes the restricted table of alerts from the ledger: numbers as people read them, the distance
 * to the threshold, and a sentence in both languages.
 */
public record Explain(List<Watch.Rule> rules) implements Stage {
  private static final String SHOWN = "#,##0.##";
  private static final String LARGE = "decimal(19,0)";
  private static final int DECIMALS = 2;

  @Override
  public Dataset<Row> apply(Dataset<Row> ledger) {
    Column observed = shown(Alerts.OBSERVED);
    Column threshold = shown(Alerts.THRESHOLD);
    List<Column> values =
        List.of(
            Alerts.KEY.column(),
            Alerts.REGION.column(),
            Alerts.PERIOD.column(),
            Alerts.RULE.column(),
            observed,
            threshold,
            distance(),
            ofRule(Watch.Rule::unit),
            sentence(rule -> rule.sentence().en(), observed, threshold),
            sentence(rule -> rule.sentence().zh(), observed, threshold),
            Alerts.FIRST.column(),
            Alerts.STATUS.column(),
            Alerts.ANSWERED.column(),
            Alerts.ANSWER.column());
    Column[] columns = new Column[values.size()];
    for (int i = 0; i < columns.length; i++) {
      Field field = Alerts.TABLE.get(i);
      columns[i] = values.get(i).cast(field.type()).as(field.name());
    }
    return ledger.select(columns);
  }

  /** The number divided; undivided where there is nothing to divide by, as for no persons. */
  private static Column shown(Field number) {
    Column per = Alerts.PER.column();
    Column divisor = when(per.equalTo(0), lit(1L)).otherwise(per).cast(LARGE);
    return round(number.column().divide(divisor), DECIMALS);
  }

  private static Column distance() {
    Column threshold = Alerts.THRESHOLD.column();
    Column difference = abs(Alerts.OBSERVED.column().minus(threshold));
    return when(threshold.notEqual(0), round(difference.divide(abs(threshold)), 6));
  }

  private Column ofRule(Function<Watch.Rule, String> text) {
    Column of = lit(null).cast("string");
    for (Watch.Rule rule : rules) {
      of = when(Alerts.RULE.column().equalTo(rule.name()), lit(text.apply(rule))).otherwise(of);
    }
    return of;
  }

  private static Column said(Column number) {
    return call_function("format_number", number, lit(SHOWN));
  }

  private Column sentence(Function<Watch.Rule, String> text, Column observed, Column threshold) {
    Column dated = replace(ofRule(text), lit("{month}"), Alerts.SEEN.column());
    Column named = replace(dated, lit("{observed}"), said(observed));
    return replace(named, lit("{threshold}"), said(threshold));
  }
}
