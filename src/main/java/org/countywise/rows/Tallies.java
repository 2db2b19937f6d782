package org.countywise.rows;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.MonthlyTally;
import org.countywise.plan.Months;
import org.countywise.plan.View;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * Puts beside every row what the rows of other datasets come to, a struct of each tally's name:
 * counts and sums are 0 where there is no row, the least and the greatest are null.
 *
 * <p>Tallies of one dataset by one key are joined together: those of the row's own month, and those
 * of windows of months, which add up the months.
 */
public record Tallies(List<View.Tally> tallies, TallySources sources) implements Stage {
  private static final String PERIOD = "_in";
  private static final String WINDOWS = "_windows";

  /** Tallies that one join puts beside the rows. */
  private record Together(MonthlyTally monthly, boolean window) {}

  @Override
  public Dataset<Row> apply(Dataset<Row> rows) {
    Map<Together, List<View.Tally>> joins = new LinkedHashMap<>();
    for (View.Tally tally : tallies) {
      Together together = new Together(sources.tallies().of(tally), tally.months() != Months.THIS);
      joins.computeIfAbsent(together, of -> new ArrayList<>()).add(tally);
    }
    Dataset<Row> tallied = rows;
    for (var join : joins.entrySet()) {
      tallied = beside(tallied, join.getKey(), join.getValue());
    }
    return tallied;
  }

  private Dataset<Row> beside(Dataset<Row> rows, Together together, List<View.Tally> of) {
    MonthlyTally monthly = together.monthly();
    Dataset<Row> values = sources.tallies().rows(monthly, sources.ofEveryMonth());
    Dataset<Row> joined =
        together.window() ? windows(values, monthly, of) : months(values, monthly, of);
    List<String> added = new ArrayList<>(List.of(PERIOD));
    Column matches = Rows.PERIOD.column().equalTo(Field.declared(PERIOD));
    for (String name : monthly.on()) {
      matches = matches.and(Field.declared(name).equalTo(Field.declared(key(name))));
      added.add(key(name));
    }
    Map<String, Column> structs = new LinkedHashMap<>();
    for (View.Tally tally : of) {
      Column[] beside =
          tally.values().stream().map(v -> orZero(tally, v).as(v.name())).toArray(Column[]::new);
      structs.put(tally.name(), struct(beside));
      tally.values().forEach(value -> added.add(column(tally, value)));
    }
    return rows.join(joined, matches, "left")
        .withColumns(structs)
        .drop(added.toArray(String[]::new));
  }

  private static Column orZero(View.Tally tally, View.Value value) {
    Column found = Field.declared(column(tally, value));
    boolean zero = value.how() == View.How.COUNT || value.how() == View.How.SUM;
    return zero ? coalesce(found, lit(0L)) : found;
  }

  /** The values of each month, of the months of the rows. */
  private Dataset<Row> months(Dataset<Row> values, MonthlyTally monthly, List<View.Tally> of) {
    List<Column> columns = new ArrayList<>(List.of(Rows.PERIOD.column().as(PERIOD)));
    monthly.on().forEach(name -> columns.add(Field.declared(name).as(key(name))));
    for (View.Tally tally : of) {
      tally
          .values()
          .forEach(v -> columns.add(Field.declared(monthly(tally, v)).as(column(tally, v))));
    }
    Dataset<Row> wanted =
        sources.months().isEmpty()
            ? values
            : values.filter(Rows.PERIOD.column().isin(sources.months().toArray()));
    return wanted.select(columns.toArray(Column[]::new));
  }

  /** The values of each window: a month counts once in each window that holds it. */
  private Dataset<Row> windows(Dataset<Row> values, MonthlyTally monthly, List<View.Tally> of) {
    Map<String, List<Column>> windows = new TreeMap<>();
    for (YearMonth period : sources.periods()) {
      for (YearMonth month : months(of, period)) {
        List<Column> in = new ArrayList<>(List.of(lit(period.toString()).as(PERIOD)));
        of.forEach(t -> in.add(lit(t.months().from(period).contains(month)).as(t.name())));
        windows
            .computeIfAbsent(month.toString(), none -> new ArrayList<>())
            .add(struct(in.toArray(Column[]::new)));
      }
    }
    List<Column> entries = new ArrayList<>();
    windows.forEach(
        (month, in) -> entries.addAll(List.of(lit(month), array(in.toArray(Column[]::new)))));
    Column found = try_element_at(map(entries.toArray(Column[]::new)), Rows.PERIOD.column());
    List<Column> by = new ArrayList<>(List.of(Field.inside(WINDOWS, PERIOD).as(PERIOD)));
    monthly.on().forEach(name -> by.add(Field.declared(name).as(key(name))));
    List<Column> sums = new ArrayList<>();
    for (View.Tally tally : of) {
      Column holds = Field.inside(WINDOWS, tally.name());
      tally.values().forEach(v -> sums.add(summed(values, tally, v, holds)));
    }
    return values
        .filter(Rows.PERIOD.column().isin(windows.keySet().toArray()))
        .withColumn(WINDOWS, explode(found))
        .groupBy(by.toArray(Column[]::new))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  private static Set<YearMonth> months(List<View.Tally> of, YearMonth period) {
    return of.stream()
        .flatMap(tally -> tally.months().from(period).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the months of a window come to, of the type that a month has. */
  private Column summed(Dataset<Row> values, View.Tally tally, View.Value value, Column holds) {
    String name = monthly(tally, value);
    Column of = when(holds, Field.declared(name));
    Column all =
        switch (value.how()) {
          case COUNT, SUM -> sum(of).cast(values.schema().apply(name).dataType());
          case LEAST -> min(of);
          case MOST -> max(of);
        };
    return all.as(column(tally, value));
  }

  private String monthly(View.Tally tally, View.Value value) {
    return MonthlyTallies.value(sources.tallies().of(tally).place(tally, value));
  }

  private static String column(View.Tally tally, View.Value value) {
    return "_" + tally.name() + "_" + value.name();
  }

  private static String key(String name) {
    return "_on_" + name;
  }
}
