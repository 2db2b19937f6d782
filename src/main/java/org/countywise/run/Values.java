package org.countywise.run;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.CubePlan;
import org.countywise.cube.Deliveries;
import org.countywise.cube.Observation;
import org.countywise.cube.RegionPart;
import org.countywise.geography.Coverage;
import org.countywise.geography.Places;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.Calendar;
import org.countywise.rows.CubeCells;
import org.countywise.rows.Distribute;
import org.countywise.rows.ObservationRows;
import org.countywise.rows.Stage;
import org.countywise.rows.ToAllParents;
import org.countywise.rows.UnitCubes;
import org.countywise.rows.WithParents;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Parts;

/**
 * From measures to published rows: what lies in units is computed where its cells lie, what lies
 * above them here.
 *
 * @param places the regions of the requested periods, with their groups
 * @param placeRows the same as rows, kept
 * @param moves regions of months that lie elsewhere in a period
 */
record Values(
    SparkSession spark,
    Calendar calendar,
    Places places,
    Dataset<Row> placeRows,
    Coverage coverage,
    Deliveries deliveries,
    Dataset<Row> moves) {
  /**
   * What is to be published and what it was made of.
   *
   * @param values of all regions
   * @param open those of units, of regions above them, and of levels that may be published
   * @param parts of units and what lies above them, gaps between published totals and their parts,
   *     and under the empty code what lies in no region of the period
   */
  record Rolled(Dataset<Row> values, List<Observation> open, List<RegionPart> parts) {}

  /**
   * All values.
   *
   * @param cells measures of every month needed
   * @param records of the statistics that are computed from them in every region
   */
  Rolled publish(Dataset<Row> cells, Map<Distribution, Dataset<Row>> records, String release) {
    CubePlan plan = new CubePlan(plan(), calendar.periods(), deliveries);
    Dataset<Row> keyed =
        new CubeCells(terms(plan), moves, regionRows().elsewhere(places), unitDigits())
            .apply(cells);
    for (var of : records.entrySet()) {
      keyed = keyed.unionByName(CubeCells.of(statistic(of.getKey(), of.getValue())));
    }
    Set<String> open = open();
    Dataset<Row> units =
        Checkpoints.rows(
            new UnitCubes(plan, deliveries, CubeCells.keyed(placeRows), open).apply(keyed));
    AboveUnits above = new AboveUnits(plan, places.upper());
    coverage.above().forEach(above::expect);
    units
        .filter(Parts.PART.column().isNotNull().or(IndicatorValue.LEVEL.in(open)))
        .collectAsList()
        .forEach(above::add);
    above.rollUp(coverage);
    List<Observation> known = new ArrayList<>(above.ofUnits());
    known.addAll(above.observations());
    return new Rolled(
        said(units, release).unionByName(ObservationRows.of(spark, above.observations(), release)),
        known,
        above.parts());
  }

  private Plan plan() {
    return calendar.plan();
  }

  private RegionRows regionRows() {
    return new RegionRows(spark);
  }

  private int unitDigits() {
    return plan().regionScheme().unitDigits();
  }

  private Dataset<Row> terms(CubePlan plan) {
    List<Row> rows = new ArrayList<>();
    plan.terms()
        .periods()
        .forEach(
            (key, periods) ->
                periods.forEach(
                    period ->
                        rows.add(
                            RowFactory.create(
                                key.measure(), key.month(), key.dimension(), period))));
    return spark.createDataFrame(rows, Field.schema(CubeCells.TERMS.toArray(Field[]::new)));
  }

  private Dataset<Row> statistic(Distribution of, Dataset<Row> records) {
    Stage spread =
        new WithParents(placeRows, unitDigits())
            .then(new ToAllParents(regionRows().incomplete(coverage)));
    return spread.then(new Distribute(of)).apply(records);
  }

  /** Levels that may be published. */
  private Set<String> open() {
    return plan().regionScheme().levels().stream()
        .filter(level -> !level.restricted())
        .map(RegionScheme.Level::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Dataset<Row> said(Dataset<Row> units, String release) {
    return units
        .filter(IndicatorValue.STATUS.column().isNotNull())
        .withColumn(IndicatorValue.RELEASE.name(), lit(release))
        .select(
            java.util.Arrays.stream(IndicatorValue.SCHEMA.fieldNames())
                .map(Field::declared)
                .toArray(org.apache.spark.sql.Column[]::new));
  }
}
