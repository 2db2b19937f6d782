package org.countywise.rows;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Formula;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Reckons expressions as they are reckoned in earnest, and makes nothing of them but the greatest:
 * whoever asks for the one row sees whether they can be reckoned.
 *
 * <p>In: settled rows of the formulas' dataset.
 *
 * @param formulas of one dataset with the same tallies, at least one
 */
public record Probe(List<Formula> formulas, TallySources sources) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> settled) {
    Dataset<Row> accepted = settled.filter(Rows.REASON.column().isNull());
    List<Column> values = new ArrayList<>();
    List<Column> greatest = new ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      String name = "_" + i;
      values.add(value(formulas.get(i)).as(name));
      greatest.add(max(Field.declared(name)).as(name));
    }
    return new Tallies(formulas.get(0).tallies(), sources)
        .apply(accepted)
        .groupBy(Rows.PERIOD.column(), Rows.REGION.column())
        .agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new))
        .agg(greatest.get(0), greatest.subList(1, greatest.size()).toArray(Column[]::new));
  }

  private static Column value(Formula formula) {
    Column value = expr(formula.sql());
    for (int i = formula.where().size() - 1; i >= 0; i--) {
      value = when(expr(formula.where().get(i)), value);
    }
    return formula.summed() ? sum(value).cast(Field.EXACT) : max(value);
  }
}
