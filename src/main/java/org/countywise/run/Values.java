package org.countywise.run;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.countywise.cube.Cube;
import org.countywise.cube.CubePlan;
import org.countywise.cube.Deliveries;
import org.countywise.cube.Observation;
import org.countywise.cube.Region;
import org.countywise.cube.RegionPart;
import org.countywise.cube.SeriesKey;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.plan.Territory;
import org.countywise.stage.CubeCells;
import org.countywise.stage.Distribute;
import org.countywise.stage.ObservationRows;
import org.countywise.stage.PartRows;
import org.countywise.stage.Place;
import org.countywise.stage.Spread;
import org.countywise.stage.Stage;
import org.countywise.stage.UnitCubes;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * From measures to published rows: what lies in units is computed where its cells lie, what lies
 * above them here.
 *
 * @param places the regions of the requested periods, with their groups, kept
 * @param upper those of {@code places} that are units or lie above them
 * @param moves regions of months that lie elsewhere in a period; null for none
 */
record Values(
    SparkSession spark,
    Calendar calendar,
    Dataset<Row> places,
    List<Row> upper,
    Coverage coverage,
    Deliveries deliveries,
    Dataset<Row> moves) {
  /** Where the part stands in a row of a unit's cube. */
  private static final int PART = 9;

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
        new CubeCells(terms(plan), moves, places, plan().territory().unitDigits()).apply(cells);
    for (var of : records.entrySet()) {
      keyed = keyed.unionByName(CubeCells.of(statistic(of.getKey(), of.getValue())));
    }
    Dataset<Row> units =
        Kept.rows(new UnitCubes(plan, deliveries, CubeCells.keyed(places), open()).apply(keyed));
    Rolled within = new Rolled(said(units, release), new ArrayList<>(), new ArrayList<>());
    List<Observation> above = new ArrayList<>();
    above(plan, units, within)
        .values()
        .forEach(
            cube ->
                cube.forEach(
                    (part, observation) -> {
                      within.parts().add(part);
                      observation
                          .filter(of -> !part.level().equals(plan.unit()))
                          .ifPresent(above::add);
                    }));
    within.open().addAll(above);
    return new Rolled(
        within.values().unionByName(ObservationRows.of(spark, above, release)),
        within.open(),
        within.parts());
  }

  private Plan plan() {
    return calendar.plan();
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
        new Place(places, plan().territory().unitDigits())
            .then(new Spread(coverage.incomplete(spark)));
    return spread.then(new Distribute(of)).apply(records);
  }

  /** Levels that may be published. */
  private Set<String> open() {
    return plan().territory().levels().stream()
        .filter(level -> !level.restricted())
        .map(Territory.Level::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * By period: the regions from the units up, which the parts of the units are rolled up to.
   *
   * @param within takes what is known of levels below the units
   */
  private Map<String, Cube> above(CubePlan plan, Dataset<Row> units, Rolled within) {
    Map<String, Map<String, Region>> regions = regions();
    Map<String, Cube> cubes = new TreeMap<>();
    calendar
        .names()
        .forEach(period -> cubes.put(period, new Cube(plan, period, regions.get(period))));
    coverage.above().forEach(place -> cubes.get(place.period()).expect(place.region()));
    Set<Deliveries.Spot> incomplete = new HashSet<>();
    Object[] open = open().toArray();
    units
        .filter(Parts.PART.column().isNotNull().or(IndicatorValue.LEVEL.column().isin(open)))
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              if (!row.isNullAt(PART - 1)) {
                within.open().add(ObservationRows.observation(row));
              }
              if (!row.isNullAt(PART)) {
                RegionPart part = part(row);
                if (part.level().equals(plan.unit()) || part.level().isEmpty()) {
                  Cube cube = cubes.get(part.period());
                  cube.add(cube.placed(part.region()).code(), part.series(), part.part());
                } else {
                  within.parts().add(part);
                }
                if (part.part().incomplete()) {
                  incomplete.add(spot(part.series().indicator(), part.period(), part.region()));
                }
              }
            });
    cubes.forEach(
        (period, cube) ->
            cube.rollUp(
                (indicator, unit) ->
                    coverage.leaves(indicator, period, unit)
                        || incomplete.contains(spot(indicator, period, unit))));
    return cubes;
  }

  private static Deliveries.Spot spot(String indicator, String period, String unit) {
    return new Deliveries.Spot(indicator, period, unit);
  }

  private static RegionPart part(Row row) {
    return new RegionPart(
        row.getString(3),
        row.getString(1),
        row.getString(2),
        new SeriesKey(row.getString(0), row.getString(4)),
        PartRows.part(row.getStruct(PART)));
  }

  /** The units, the regions above them and their groups, by period and code. */
  private Map<String, Map<String, Region>> regions() {
    Map<String, Map<String, Region>> regions = new HashMap<>();
    calendar.names().forEach(period -> regions.put(period, new HashMap<>()));
    for (Row row : upper) {
      Region region = UnitCubes.region(row);
      Map<String, Region> here = regions.get(row.getString(row.fieldIndex(Regions.PERIOD.name())));
      here.put(region.code(), region);
      region.groups().forEach(group -> here.put(group, Region.group(group)));
    }
    return regions;
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
