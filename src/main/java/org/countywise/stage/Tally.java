package org.countywise.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.View;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Puts beside every row the number of rows of another dataset that fulfil a condition, as a struct
 * of the tally's name.
 *
 * @param datasets settled rows by dataset
 */
record Tally(View.Tally tally, Map<String, Dataset<Row>> datasets) implements Stage {

  /** Rows with all of some tallies. */
  static Dataset<Row> all(
      Dataset<Row> rows, List<View.Tally> tallies, Map<String, Dataset<Row>> datasets) {
    Dataset<Row> tallied = rows;
    for (View.Tally tally : tallies) {
      tallied = new Tally(tally, datasets).apply(tallied);
    }
    return tallied;
  }

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Dataset<Row> counts = counts();
    Column[] zeroIfNone =
        tally.counts().keySet().stream()
            .map(name -> coalesce(Field.declared(column(name)), lit(0L)).as(name))
            .toArray(Column[]::new);
    String[] joined =
        Stream.concat(
                tally.counts().keySet().stream().map(this::column),
                Stream.concat(Stream.of(column("period")), tally.on().stream().map(this::column)))
            .toArray(String[]::new);
    return rows.join(counts, matches(), "left")
        .withColumn(tally.name(), struct(zeroIfNone))
        .drop(joined);
  }

  private Dataset<Row> counts() {
    Dataset<Row> accepted = datasets.get(tally.dataset()).filter(Rows.REASON.column().isNull());
    Dataset<Row> tallied = all(accepted, tally.tallies(), datasets);
    Dataset<Row> counted = tally.where().isEmpty() ? tallied : tallied.filter(expr(tally.where()));
    List<Column> counts = new ArrayList<>();
    tally
        .counts()
        .forEach((name, condition) -> counts.add(count(when(expr(condition), 1)).as(column(name))));
    List<Column> by = new ArrayList<>(List.of(Rows.PERIOD.column().as(column("period"))));
    tally.on().forEach(name -> by.add(Field.declared(name).as(column(name))));
    return counted
        .groupBy(by.toArray(Column[]::new))
        .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new));
  }

  private Column matches() {
    return tally.on().stream()
        .map(name -> Field.declared(name).equalTo(Field.declared(column(name))))
        .reduce(Rows.PERIOD.column().equalTo(Field.declared(column("period"))), Column::and);
  }

  private String column(String name) {
    return "_" + tally.name() + "_" + name;
  }
}
