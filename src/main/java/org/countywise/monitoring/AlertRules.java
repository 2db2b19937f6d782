package org.countywise.monitoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.View;
import org.countywise.plan.Watch;
import org.countywise.rows.Stage;
import org.countywise.rows.Tallies;
import org.countywise.rows.TallySources;
import org.countywise.table.Alerts;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Holds every row that is watched against every rule, in one pass.
 *
 * <p>In: settled rows of the watched dataset. Out: a row per row and rule whose condition holds, or
 * would hold at a percentage of the threshold: key, period, rule, region, the numbers compared,
 * {@link Alerts#RAISED}, {@link Alerts#REACHED}.
 *
 * <p>What a unit has not delivered is unknown, never zero: a tally of it is null, and a condition
 * over null does not hold.
 *
 * @param lacking period, unit and the names of tallies that are unknown there
 * @param swept periods in which percentages of the threshold are tried
 */
public record AlertRules(
    Watch watch, TallySources sources, Dataset<Row> lacking, List<String> swept) implements Stage {
  private static final String HITS = "_hits";
  private static final String LARGE = "decimal(30,0)";

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Object[] months = sources.periods().stream().map(Object::toString).toArray();
    Column[] hits = watch.rules().stream().map(this::hit).toArray(Column[]::new);
    // Spark interprets what it makes an array of: most rows hit no rule, and never come to it.
    Column any = watch.rules().stream().map(this::hits).reduce(lit(false), Column::or);
    return watched(tallied(accepted(rows, months)))
        .filter(any)
        .select(
            Field.declared(watch.key()).as(Alerts.KEY.name()),
            Rows.PERIOD.column().as(Alerts.PERIOD.name()),
            Rows.REGION.column().as(Alerts.REGION.name()),
            explode(filter(array(hits), AlertRules::counts)).as(HITS))
        .select(
            Alerts.KEY.column(),
            Alerts.PERIOD.column(),
            Alerts.REGION.column(),
            Field.inside(HITS, Alerts.RULE.name()),
            number(Alerts.OBSERVED),
            number(Alerts.THRESHOLD),
            Field.inside(HITS, Alerts.PER.name()),
            Field.inside(HITS, Alerts.RAISED.name()),
            Field.inside(HITS, Alerts.REACHED.name()));
  }

  private static Column number(Field number) {
    return Field.inside(HITS, number.name()).cast(number.type()).as(number.name());
  }

  /** How many rows are watched in each of the periods in which percentages are tried. */
  public Dataset<Row> watched(Dataset<Row> rows, Field count) {
    Dataset<Row> accepted = accepted(rows, swept.toArray());
    boolean plain =
        watch.view().tallies().stream()
            .noneMatch(tally -> watch.view().where().contains(tally.name() + "."));
    return watched(plain ? accepted : tallied(accepted))
        .groupBy(Rows.PERIOD.column())
        .agg(count(lit(1)).as(count.name()));
  }

  private static Dataset<Row> accepted(Dataset<Row> rows, Object[] months) {
    return rows.filter(Rows.REASON.column().isNull().and(Rows.PERIOD.column().isin(months)));
  }

  private Dataset<Row> watched(Dataset<Row> rows) {
    String where = watch.view().where();
    return where.isEmpty() ? rows : rows.filter(expr(where));
  }

  private Dataset<Row> tallied(Dataset<Row> rows) {
    return known(new Tallies(watch.view().tallies(), sources).apply(rows));
  }

  /** Whether the condition of a rule holds, or would at a percentage that is tried. */
  private Column hits(Watch.Rule rule) {
    Column tried =
        rule.sweep().stream()
            .map(percent -> isBeyond(rule, percent))
            .reduce(Column::or)
            .map(Rows.PERIOD.in(swept)::and)
            .orElse(lit(false));
    return coalesce(when(looksAt(rule), isBeyond(rule, null).or(tried)), lit(false));
  }

  private static Column looksAt(Watch.Rule rule) {
    return rule.where().isEmpty() ? lit(true) : expr(rule.where());
  }

  private static Column counts(Column hit) {
    return Field.of(hit, Alerts.RAISED).or(size(Field.of(hit, Alerts.REACHED)).gt(0));
  }

  /** The rows with every tally that is not known set to null. */
  private Dataset<Row> known(Dataset<Row> tallied) {
    Map<String, Column> known = new HashMap<>();
    for (View.Tally tally : watch.view().tallies()) {
      Column lacks = coalesce(array_contains(Alerts.LACKING.column(), tally.name()), lit(false));
      Column value = Field.declared(tally.name());
      known.put(tally.name(), when(lacks, lit(null)).otherwise(value));
    }
    return tallied
        .join(broadcast(lacking), Field.names(Rows.PERIOD, Rows.UNIT), "left")
        .withColumns(known);
  }

  private Column hit(Watch.Rule rule) {
    Column looksAt = looksAt(rule);
    Column[] reached =
        rule.sweep().stream()
            .map(
                percent ->
                    when(
                        looksAt,
                        when(
                            isBeyond(rule, percent),
                            lit(percent.stripTrailingZeros().toPlainString()))))
            .toArray(Column[]::new);
    Column none = array().cast(Alerts.REACHED.type());
    Column sweeps =
        rule.sweep().isEmpty()
            ? none
            : when(Rows.PERIOD.in(swept), array_compact(array(reached))).otherwise(none);
    return struct(
        lit(rule.name()).as(Alerts.RULE.name()),
        when(looksAt, whole(rule.observed())).as(Alerts.OBSERVED.name()),
        when(looksAt, whole(rule.threshold())).as(Alerts.THRESHOLD.name()),
        coalesce(when(looksAt, whole(rule.per()).cast("long")), lit(1L)).as(Alerts.PER.name()),
        coalesce(when(looksAt, isBeyond(rule, null)), lit(false)).as(Alerts.RAISED.name()),
        sweeps.as(Alerts.REACHED.name()));
  }

  private Column whole(String sql) {
    return sources.width().whole(expr(sql));
  }

  /** Whether the observation is on the wrong side of a percentage of the threshold. */
  private Column isBeyond(Watch.Rule rule, BigDecimal percent) {
    Column observed = whole(rule.observed());
    Column threshold = whole(rule.threshold());
    if (percent != null) {
      observed = observed.cast(LARGE).multiply(lit(new BigDecimal(100)));
      threshold = threshold.cast(LARGE).multiply(lit(percent));
    }
    return switch (rule.raised()) {
      case BELOW -> observed.lt(threshold);
      case NOT_ABOVE -> observed.leq(threshold);
      case ABOVE -> observed.gt(threshold);
      case NOT_BELOW -> observed.geq(threshold);
    };
  }
}
