package org.countywise.sample;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The rows of one task: some months or parts of them, one after the other, sorted by village; the
 * period comes last.
 */
record Partition(Slices slices, SyntheticPopulation syntheticPopulation, Table table, Tally tally)
    implements FlatMapFunction<Long, Row> {

  @Override
  public Iterator<Row> call(Long task) {
    return slices.unitsOf(task).boxed().flatMap(this::rows).iterator();
  }

  private Stream<Row> rows(long unit) {
    Month month = Month.of(syntheticPopulation.firstMonth() + (int) (unit / slices.chunks()));
    long villages = syntheticPopulation.villageGrid().villages();
    long chunk = unit % slices.chunks();
    int from = (int) (villages * chunk / slices.chunks());
    int to = (int) (villages * (chunk + 1) / slices.chunks());
    return IntStream.range(from, to)
        .mapToObj(syntheticPopulation.villageGrid()::village)
        .flatMap(village -> rows(village, month));
  }

  private Stream<Row> rows(Village village, Month month) {
    String period = month.period();
    List<Row> rows = table.rows().of(village, month).map(row -> withPeriod(row, period)).toList();
    if (!rows.isEmpty()) {
      Tally.Key key = new Tally.Key(table.name(), village.county().code(), month.ordinal());
      tally.add(new Tally.Count(key, rows.size()));
    }
    return rows.stream();
  }

  private static Row withPeriod(Row row, String period) {
    Object[] values = new Object[row.size() + 1];
    for (int i = 0; i < row.size(); i++) {
      values[i] = row.get(i);
    }
    values[row.size()] = period;
    return RowFactory.create(values);
  }
}
