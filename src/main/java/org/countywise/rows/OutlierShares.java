package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.AggregationPass;
import org.countywise.plan.Quality;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;
import org.countywise.table.Suspects;

/**
 * Counts the rows of a dataset that its rules of quality look at and find strange, for all rules in
 * one aggregation unless their views mean different tallies by one name.
 *
 * <p>In: settled rows. Out: {@link Suspects#SCHEMA}, a row per period, unit and rule that looked at
 * any.
 *
 * @param sources for tallies; its periods are those that are looked at
 */
public record OutlierShares(Scan scan, Quality quality, TallySources sources) implements Stage {
  private static final String RULES = "_rules";

  /** The key of a row as text: personal. */
  public static Column key(Scan scan) {
    return concat_ws(
        ",", scan.key().stream().map(n -> Field.declared(n).cast("string")).toArray(Column[]::new));
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> settled) {
    Object[] periods = sources.periods().stream().map(Object::toString).toArray();
    Dataset<Row> accepted =
        settled.filter(Rows.REASON.column().isNull().and(Rows.PERIOD.column().isin(periods)));
    return quality.passes(scan.dataset()).stream()
        .map(pass -> counted(accepted, pass))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private Dataset<Row> counted(Dataset<Row> rows, AggregationPass pass) {
    List<Quality.Share> rules =
        quality.shares().stream()
            .filter(rule -> rule.dataset().equals(scan.dataset()))
            .filter(rule -> pass.views().contains(rule.view()))
            .toList();
    List<Column> counts = new ArrayList<>();
    rules.forEach(rule -> counts.addAll(counts(rule)));
    Column[] each = rules.stream().map(OutlierShares::rule).toArray(Column[]::new);
    return Tally.all(rows, pass.tallies(), sources)
        .groupBy(Suspects.PERIOD.column(), Suspects.UNIT.column())
        .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
        .select(Suspects.PERIOD.column(), Suspects.UNIT.column(), explode(array(each)).as(RULES))
        .select(
            Suspects.PERIOD.column(),
            Suspects.UNIT.column(),
            Field.inside(RULES, Suspects.RULE.name()),
            Field.inside(RULES, Suspects.LOOKED.name()),
            Field.inside(RULES, Suspects.STRANGE.name()),
            Field.inside(RULES, Suspects.FIRST.name()),
            Field.inside(RULES, Suspects.LAST.name()))
        .filter(Suspects.LOOKED.column().gt(0));
  }

  private List<Column> counts(Quality.Share rule) {
    Column looked = and(and(lit(true), rule.view().where()), rule.where());
    Column strange = and(looked, rule.strange());
    return List.of(
        count(when(looked, 1)).as(name(rule, Suspects.LOOKED)),
        count(when(strange, 1)).as(name(rule, Suspects.STRANGE)),
        min(when(strange, key(scan))).as(name(rule, Suspects.FIRST)),
        max(when(strange, key(scan))).as(name(rule, Suspects.LAST)));
  }

  private static Column and(Column condition, String sql) {
    return sql.isEmpty() ? condition : condition.and(expr(sql));
  }

  private static Column rule(Quality.Share rule) {
    return struct(
        lit(rule.name()).as(Suspects.RULE.name()),
        counted(rule, Suspects.LOOKED),
        counted(rule, Suspects.STRANGE),
        counted(rule, Suspects.FIRST),
        counted(rule, Suspects.LAST));
  }

  private static Column counted(Quality.Share rule, Field field) {
    return Field.declared(name(rule, field)).as(field.name());
  }

  private static String name(Quality.Share rule, Field field) {
    return rule.name() + "." + field.name();
  }
}
