package org.countywise.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.countywise.cube.Cell;
import org.countywise.cube.Cube;
import org.countywise.cube.CubePlan;
import org.countywise.cube.Deliveries;
import org.countywise.cube.Observation;
import org.countywise.cube.Part;
import org.countywise.cube.Region;
import org.countywise.cube.RegionPart;
import org.countywise.cube.SeriesKey;
import org.countywise.cube.Side;
import org.countywise.cube.Sum;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.Parts;
import org.countywise.table.Regions;

/**
 * The cubes of all units, each made where its cells lie.
 *
 * <p>In: cells as {@link CubeCells} gives them. Out: {@link #SCHEMA}. Cells of no unit come out as
 * parts of the region they name.
 *
 * @param regions as {@link CubeCells#keyed} gives them
 * @param open levels whose statistics are looked at above
 */
public record UnitCubes(
    CubePlan plan, Deliveries deliveries, Dataset<Row> regions, Set<String> open) implements Stage {
  /** A value to be published, without status where there is none, and a part for what is above. */
  public static final StructType SCHEMA =
      Field.schema(
          IndicatorValue.INDICATOR,
          IndicatorValue.REGION,
          IndicatorValue.LEVEL,
          IndicatorValue.PERIOD,
          IndicatorValue.BREAKDOWN,
          IndicatorValue.VALUE,
          IndicatorValue.NUMERATOR,
          IndicatorValue.DENOMINATOR,
          new Field(IndicatorValue.STATUS.name(), IndicatorValue.STATUS.type(), true),
          Parts.PART);

  @Override
  public Dataset<Row> apply(Dataset<Row> cells) {
    return cells
        .groupBy(Parts.KEY.column())
        .as(Encoders.STRING(), Encoders.row(cells.schema()))
        .cogroup(
            regions
                .groupBy(Parts.KEY.column())
                .as(Encoders.STRING(), Encoders.row(regions.schema())),
            new OfOneUnit(plan, deliveries, open),
            Encoders.row(SCHEMA));
  }

  /** The region of a row with columns of {@link Regions}. */
  private static Region region(Row row) {
    List<String> path = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<Row> places = new ArrayList<>(row.getList(row.fieldIndex(Regions.WITHIN.name())));
    places.addAll(row.getList(row.fieldIndex(Regions.ABOVE.name())));
    places.forEach(
        place -> (place.getString(1).equals(Region.GROUP) ? groups : path).add(place.getString(0)));
    String code = row.getString(row.fieldIndex(Regions.REGION.name()));
    String unit = row.getString(row.fieldIndex(Regions.UNIT.name()));
    return new Region(
        code,
        row.getString(row.fieldIndex(Regions.LEVEL.name())),
        unit == null ? "" : unit,
        path.size() > 1 ? path.get(1) : "",
        code.equals(unit) ? groups : List.of());
  }

  private static List<Object> columns(RegionPart part, Optional<Observation> observation) {
    return observation
        .map(ObservationRows::columns)
        .orElseGet(
            () ->
                new ArrayList<>(
                    Arrays.asList(
                        part.series().indicator(),
                        part.region(),
                        part.level(),
                        part.period(),
                        part.series().breakdown(),
                        null,
                        null,
                        null,
                        null)));
  }

  private record OfOneUnit(CubePlan plan, Deliveries deliveries, Set<String> open)
      implements CoGroupFunction<String, Row, Row, Row> {
    @Override
    public Iterator<Row> call(String key, Iterator<Row> cells, Iterator<Row> places) {
      int divided = key.indexOf('|');
      String period = key.substring(0, divided);
      String unit = key.substring(divided + 1);
      Map<String, Region> regions = new HashMap<>();
      places.forEachRemaining(row -> regions.put(region(row).code(), region(row)));
      Cube cube = new Cube(plan, period, regions);
      if (deliveries.expected().contains(new Deliveries.Place(period, unit))) {
        regions.keySet().forEach(cube::expect);
      }
      cells.forEachRemaining(row -> add(row, unit, cube));
      if (!unit.isEmpty()) {
        cube.rollUp((indicator, code) -> false);
      }
      List<Row> rows = new ArrayList<>();
      cube.forEach(
          (part, observation) -> {
            boolean above = matters(part);
            if (observation.isPresent() || above) {
              List<Object> columns = columns(part, observation);
              columns.add(above ? PartRows.row(part.part()) : null);
              rows.add(RowFactory.create(columns.toArray()));
            }
          });
      return rows.iterator();
    }

    private static void add(Row row, String unit, Cube cube) {
      String located = row.getString(1);
      String region = unit.isEmpty() ? located : cube.placed(located).code();
      String measure = row.getString(2);
      String side = row.getString(3);
      Sum sum = PartRows.sum(row, CubeCells.KEYS.size());
      if (side.isEmpty()) {
        cube.add(
            region,
            new Cell(
                measure,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                sum));
      } else {
        Side of = side.equals(Parts.NUMERATOR.name()) ? Side.NUMERATOR : Side.DENOMINATOR;
        cube.add(region, new SeriesKey(measure, ""), Part.of(of, sum));
      }
    }

    /** Whether a part is looked at above its unit. */
    private boolean matters(RegionPart part) {
      return part.level().equals(plan.unit())
          || part.level().isEmpty()
          || part.part().gap() != null
          || (plan.statistics().contains(part.series().indicator()) && open.contains(part.level()));
    }
  }
}
