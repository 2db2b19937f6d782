package org.countywise.stage;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * Gives the breakdowns of some indicators the denominator of their total: the share of a part in
 * the whole.
 *
 * <p>In and out: parts of every region, as {@link RollUp} makes them; of these indicators the
 * breakdowns come without denominators.
 *
 * @param indicators their ids
 */
public record Whole(List<String> indicators) implements Stage {
  private static final String TOTAL = "_of_total_";

  @Override
  public Dataset<Row> apply(Dataset<Row> parts) {
    if (indicators.isEmpty()) {
      return parts;
    }
    Column part =
        Parts.INDICATOR
            .column()
            .isin(indicators.toArray())
            .and(Cells.BREAKDOWN.column().notEqual(""));
    Dataset<Row> joined =
        parts
            .filter(part)
            .join(
                totals(parts),
                Field.names(Parts.INDICATOR, Regions.PERIOD, Regions.REGION),
                "left");
    for (String name : denominators()) {
      joined = joined.withColumn(name, Field.declared(TOTAL + name));
    }
    Column[] columns =
        List.of(parts.columns()).stream().map(Field::declared).toArray(Column[]::new);
    return parts.filter(part.unary_$bang()).unionByName(joined.select(columns));
  }

  private Dataset<Row> totals(Dataset<Row> parts) {
    List<Column> columns =
        new ArrayList<>(List.of(Field.columns(Parts.INDICATOR, Regions.PERIOD, Regions.REGION)));
    denominators().forEach(name -> columns.add(Field.declared(name).as(TOTAL + name)));
    return parts
        .filter(
            Parts.INDICATOR
                .column()
                .isin(indicators.toArray())
                .and(Cells.BREAKDOWN.column().equalTo("")))
        .select(columns.toArray(Column[]::new));
  }

  private static List<String> denominators() {
    return Side.NUMBERS.stream().map(Side.DENOMINATOR::nameOf).toList();
  }
}
