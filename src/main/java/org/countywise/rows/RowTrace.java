package org.countywise.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.AggregationPass;
import org.countywise.plan.Conditions;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Says of every settled row what became of it for one measure: {@link Rows#FATE}, whose texts are
 * made of the constants here and the reason or condition.
 *
 * @param breakdown {@code name=value} of one breakdown, empty for the total
 */
public record RowTrace(
    Scan scan, View view, View.Measure measure, String breakdown, TallySources sources)
    implements Stage {
  /** What it begins with where the row breaks a rule. */
  public static final String REJECTED = "rejected: ";

  /** What it begins with where a condition of the definitions does not hold. */
  public static final String OUTSIDE = "outside: ";

  /** For rows that enter the number. */
  public static final String COUNTED = "counted";

  @Override
  public Dataset<Row> apply(Dataset<Row> settled) {
    // records of a statistic are in no pass: nothing is measured of them
    List<View.Tally> tallies =
        scan.passes().stream()
            .filter(pass -> pass.views().contains(view))
            .findFirst()
            .map(AggregationPass::tallies)
            .orElse(view.tallies());
    return new Tallies(tallies, sources).apply(settled).withColumn(Rows.FATE.name(), fate());
  }

  private Column fate() {
    Column reason = Rows.REASON.column();
    Column fate =
        when(reason.equalTo(ResolveDuplicates.REPEATED), reason)
            .when(reason.isNotNull(), concat(lit(REJECTED), reason));
    for (String condition : conditions()) {
      Column holds = coalesce(expr(condition), lit(false));
      fate = fate.when(not(holds), lit(OUTSIDE + condition));
    }
    return fate.otherwise(lit(COUNTED));
  }

  /** Conditions in the order in which they are applied, without blanks that only lay out a file. */
  public List<String> conditions() {
    List<String> conditions = new ArrayList<>(Conditions.of(view.where()));
    conditions.addAll(Conditions.of(measure.where()));
    if (measure.total().isEmpty() && !scan.notCounted().isEmpty()) {
      conditions.add("not (" + scan.notCounted() + ")");
    }
    if (!breakdown.isEmpty()) {
      int is = breakdown.indexOf('=');
      Map.Entry<String, String> value =
          Map.entry(breakdown.substring(0, is), breakdown.substring(is + 1));
      conditions.add(
          "coalesce(cast(%s as string), 'unknown') = '%s'"
              .formatted(
                  view.dimensions().get(value.getKey()), value.getValue().replace("'", "''")));
    }
    return conditions.stream().map(text -> text.replaceAll("\\s+", " ")).toList();
  }

  /** The number that counted rows come to: distinct values are counted once in each region. */
  public Column number() {
    Column counted = Rows.FATE.column().equalTo(COUNTED);
    Column number =
        switch (measure.kind()) {
          case COUNT -> count(when(counted, 1));
          case SUM -> sum(when(counted, expr(measure.expression())));
          case DISTINCT ->
              count_distinct(when(counted.and(expr(measure.expression()).isNotNull()), distinct()));
        };
    return number.cast(Field.EXACT);
  }

  private Column distinct() {
    return struct(Rows.REGION.column(), expr(measure.expression()));
  }
}
