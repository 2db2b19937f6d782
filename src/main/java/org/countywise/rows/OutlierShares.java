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

import java.util.List;
import java.util.function.Function;
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
 * <p>In: settled rows. Out: {@link Suspects#COUNTS}, a row per period, unit and rule that looked at
 * any.
 *
 * @param rules of the dataset
 * @param sources for tallies; its periods are those that are looked at
 */
public record OutlierShares(Scan scan, List<Quality.Share> rules, TallySources sources)
    implements Stage {
  private static final String RULES = "_rules";

  /** The key of a row as text: personal. */
  public static Column key(Scan scan) {
    return concat_ws(
        ",", scan.key().stream().map(n -> Field.declared(n).cast("string")).toArray(Column[]::new));
  }

  /**
   * What is asked of some rows for each rule.
   *
   * @param rows which of them
   */
  private record Question(
      Function<Quality.Share, Column> rows,
      Function<Quality.Share, List<Column>> aggregates,
      List<Field> fields) {}

  @Override
  public Dataset<Row> apply(Dataset<Row> settled) {
    Question counts = new Question(OutlierShares::looked, OutlierShares::counts, Suspects.COUNTS);
    return answers(settled, counts).filter(Suspects.LOOKED.column().gt(0));
  }

  /**
   * The least and the greatest key of strange rows, {@link Suspects#EXAMPLES}: personal. Spark
   * sorts rows to compare texts, so they are asked for where something was found.
   */
  public Dataset<Row> examples(Dataset<Row> settled) {
    Question examples = new Question(OutlierShares::strange, this::keys, Suspects.EXAMPLES);
    return answers(settled, examples).filter(Suspects.FIRST.column().isNotNull());
  }

  /** A row per period, unit and rule. */
  private Dataset<Row> answers(Dataset<Row> settled, Question question) {
    Object[] periods = sources.periods().stream().map(Object::toString).toArray();
    Dataset<Row> accepted =
        settled.filter(Rows.REASON.column().isNull().and(Rows.PERIOD.column().isin(periods)));
    return Quality.passes(rules).stream()
        .map(pass -> answers(accepted, pass, question))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private Dataset<Row> answers(Dataset<Row> rows, AggregationPass pass, Question question) {
    List<Quality.Share> of =
        rules.stream().filter(rule -> pass.views().contains(rule.view())).toList();
    List<Column> all =
        of.stream().flatMap(rule -> question.aggregates().apply(rule).stream()).toList();
    Column[] each = of.stream().map(rule -> rule(rule, question.fields())).toArray(Column[]::new);
    return new Tallies(pass.tallies(), sources)
        .apply(rows)
        .filter(of.stream().map(question.rows()).reduce(Column::or).orElseThrow())
        .groupBy(Suspects.PERIOD.column(), Suspects.UNIT.column())
        .agg(all.get(0), all.subList(1, all.size()).toArray(Column[]::new))
        .select(Suspects.PERIOD.column(), Suspects.UNIT.column(), explode(array(each)).as(RULES))
        .select(question.fields().stream().map(OutlierShares::column).toArray(Column[]::new));
  }

  private static Column column(Field field) {
    boolean place = field.equals(Suspects.PERIOD) || field.equals(Suspects.UNIT);
    return place ? field.column() : Field.inside(RULES, field.name());
  }

  private static List<Column> counts(Quality.Share rule) {
    return List.of(
        count(when(looked(rule), 1)).as(name(rule, Suspects.LOOKED)),
        count(when(strange(rule), 1)).as(name(rule, Suspects.STRANGE)));
  }

  private List<Column> keys(Quality.Share rule) {
    Column key = when(strange(rule), key(scan));
    return List.of(min(key).as(name(rule, Suspects.FIRST)), max(key).as(name(rule, Suspects.LAST)));
  }

  private static Column looked(Quality.Share rule) {
    return and(and(lit(true), rule.view().where()), rule.where());
  }

  private static Column strange(Quality.Share rule) {
    return and(looked(rule), rule.strange());
  }

  private static Column and(Column condition, String sql) {
    return sql.isEmpty() ? condition : condition.and(expr(sql));
  }

  private static Column rule(Quality.Share rule, List<Field> fields) {
    Column[] columns =
        fields.stream()
            .skip(2)
            .map(
                field ->
                    field.equals(Suspects.RULE)
                        ? lit(rule.name()).as(field.name())
                        : Field.declared(name(rule, field)).as(field.name()))
            .toArray(Column[]::new);
    return struct(columns);
  }

  private static String name(Quality.Share rule, Field field) {
    return rule.name() + "." + field.name();
  }
}
