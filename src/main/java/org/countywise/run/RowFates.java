package org.countywise.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Deliveries;
import org.countywise.monitoring.EarlyWarning;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;
import org.countywise.rows.Relocate;
import org.countywise.rows.RowTrace;
import org.countywise.rows.WithParents;
import org.countywise.table.Field;
import org.countywise.table.Parts;
import org.countywise.table.Regions;
import org.countywise.table.Rows;

/**
 * What became of the rows of a region on their way to a number.
 *
 * @param cell the number
 */
record RowFates(MeasuredRows measured, Computed computed, Calendar calendar, Cell cell) {
  private static final String LEAVES = "in a county that lacks other data of the indicator";
  private static final String NUMBER = "_number";

  /** An indicator in a region. */
  record Cell(String indicator, String region) {}

  /** The rows of a step: how many there are, and why some of them do not count. */
  Explanation.Funnel funnel(LineageTrace.Step step, RowTrace rowTrace) {
    Scan scan = rowTrace.scan();
    Dataset<Row> rows = mine(rowTrace.apply(rows(scan, step.month())));
    Map<String, Long> fates = new LinkedHashMap<>();
    rows.groupBy(Rows.FATE.column())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> fates.put(row.getString(0), row.getLong(1)));
    List<String> order = rowTrace.conditions();
    List<Explanation.Lost> lost =
        fates.entrySet().stream()
            .filter(fate -> !fate.getKey().equals(RowTrace.COUNTED))
            .map(fate -> new Explanation.Lost(fate.getKey(), fate.getValue()))
            .sorted(
                Comparator.comparingInt((Explanation.Lost l) -> rank(l.why(), order))
                    .thenComparing(Explanation.Lost::why))
            .toList();
    return new Explanation.Funnel(
        step.side(),
        rowTrace.measure().name(),
        scan.dataset(),
        step.month(),
        step.times(),
        fates.values().stream().mapToLong(Long::longValue).sum(),
        lost,
        fates.getOrDefault(RowTrace.COUNTED, 0L),
        rows.agg(rowTrace.number().as(NUMBER)).first().getDecimal(0));
  }

  private static int rank(String why, List<String> conditions) {
    if (why.startsWith(RowTrace.OUTSIDE)) {
      return 2 + conditions.indexOf(why.substring(RowTrace.OUTSIDE.length()));
    }
    return why.equals(LEAVES) ? 1 : 0;
  }

  private Dataset<Row> rows(Scan scan, String month) {
    Dataset<Row> rows =
        measured
            .earlyWarning()
            .filter(earlyWarning -> scan.equals(calendar.plan().watch().alerts()))
            .map(EarlyWarning::judged)
            .orElseGet(() -> measured.judged().rows(scan.dataset()));
    return scan.kind() == Scan.Kind.REFERENCE
        ? measured
            .judged()
            .located(Rows.REGION)
            .apply(rows.withColumn(Rows.PERIOD.name(), lit(month)))
        : rows.filter(Rows.PERIOD.column().equalTo(month));
  }

  /**
   * The rows that lie in the region, in the territory of the period; those whose unit leaves the
   * regions above it do not count there.
   */
  private Dataset<Row> mine(Dataset<Row> rows) {
    String period = calendar.names().get(0);
    Object[] lacking =
        computed.coverage().incomplete().stream()
            .filter(spot -> spot.indicator().equals(cell.indicator()))
            .map(Deliveries.Spot::region)
            .toArray();
    Dataset<Row> placed =
        new WithParents(computed.placeRows(), calendar.plan().regionScheme().unitDigits())
            .apply(
                relocated(
                    rows.withColumn(Parts.MONTH.name(), Rows.PERIOD.column())
                        .withColumn(Regions.PERIOD.name(), lit(period))
                        .withColumn(Regions.REGION.name(), Rows.REGION.column())));
    Column within = array_contains(codes(Regions.WITHIN), lit(cell.region()));
    Column above = array_contains(codes(Regions.ABOVE), lit(cell.region()));
    Column leaves = above.and(Regions.UNIT.column().isin(lacking));
    Column counted = Rows.FATE.column().equalTo(RowTrace.COUNTED);
    return placed
        .filter(within.or(above))
        .withColumn(
            Rows.FATE.name(), when(leaves.and(counted), lit(LEAVES)).otherwise(Rows.FATE.column()));
  }

  private Dataset<Row> relocated(Dataset<Row> rows) {
    return new Relocate(
            measured.judged().moves(), List.of(Parts.MONTH, Regions.PERIOD), Regions.REGION)
        .apply(rows);
  }

  private static Column codes(Field places) {
    return concat(
        array().cast("array<string>"),
        transform(places.column(), place -> place.getField(Regions.REGION.name())));
  }
}
