package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Scan;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Puts beside every row the one row of another dataset it points to, as a struct of the reference's
 * name.
 *
 * <p>The other rows are unique by the columns pointed to: {@link ResolveDuplicates} has made them
 * so. A row that points nowhere is rejected or warned about, as the reference says.
 *
 * @param others settled rows of the other dataset
 * @param kind of the other dataset: where it has periods, the counterpart is of the same period
 */
public record Refer(Scan.Lookup lookup, Dataset<Row> others, Scan.Kind kind) implements Stage {

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Dataset<Row> joined = rows.join(counterparts(), matches(), "left").drop(joinColumns());
    Column points =
        lookup.on().stream()
            .map(name -> Field.declared(name).isNotNull())
            .reduce(Column::and)
            .orElseThrow();
    Column nowhere = points.and(Field.declared(lookup.name()).isNull());
    String why = Warnings.nowhere(lookup);
    return switch (lookup.missing()) {
      case ALLOW -> joined;
      case REJECT ->
          joined.withColumn(
              Rows.REASON.name(), coalesce(Rows.REASON.column(), when(nowhere, lit(why))));
      case WARN -> joined.withColumn(Rows.WARNINGS.name(), warned(nowhere, why));
    };
  }

  /** The warnings of a row, and one more where it is strange. */
  static Column warned(Column strange, String why) {
    return when(strange, array_union(Rows.WARNINGS.column(), array(lit(why))))
        .otherwise(Rows.WARNINGS.column());
  }

  private Dataset<Row> counterparts() {
    List<Column> kept = new ArrayList<>(List.of(Rows.REGION.column()));
    if (lookup.locates()) {
      kept.add(Rows.DELIVERED.column());
    }
    lookup.keep().forEach(name -> kept.add(Field.declared(name)));
    List<Column> columns = new ArrayList<>();
    columns.add(Rows.PERIOD.column().as(key(lookup.to().size())));
    for (int i = 0; i < lookup.to().size(); i++) {
      columns.add(Field.declared(lookup.to().get(i)).as(key(i)));
    }
    columns.add(struct(kept.toArray(Column[]::new)).as(lookup.name()));
    return others.filter(Rows.REASON.column().isNull()).select(columns.toArray(Column[]::new));
  }

  private Column matches() {
    Column samePeriod =
        kind == Scan.Kind.REFERENCE
            ? lit(true)
            : Rows.PERIOD.column().equalTo(Field.declared(key(lookup.to().size())));
    return IntStream.range(0, lookup.on().size())
        .mapToObj(i -> Field.declared(lookup.on().get(i)).equalTo(Field.declared(key(i))))
        .reduce(samePeriod, Column::and);
  }

  private String[] joinColumns() {
    return IntStream.rangeClosed(0, lookup.to().size()).mapToObj(this::key).toArray(String[]::new);
  }

  private String key(int i) {
    return "_" + lookup.name() + "_" + i;
  }
}
