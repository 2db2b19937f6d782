package org.countywise.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.countywise.cube.Cube;
import org.countywise.cube.CubePlan;
import org.countywise.cube.Deliveries;
import org.countywise.cube.Observation;
import org.countywise.cube.Region;
import org.countywise.cube.RegionPart;
import org.countywise.cube.SeriesKey;
import org.countywise.geography.Coverage;
import org.countywise.rows.ObservationRows;
import org.countywise.rows.PartRows;
import org.countywise.rows.UnitCubes;

/** The regions from the units up, which the parts of the units are rolled up to. */
final class AboveUnits {
  private static final int STATUS = 8;
  private static final int PART = 9;

  private final CubePlan plan;
  private final Map<String, Cube> cubes = new TreeMap<>();
  private final Set<Deliveries.Spot> incomplete = new HashSet<>();
  private final List<Observation> ofUnits = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<RegionPart> parts = new ArrayList<>();

  /**
   * Empty ones.
   *
   * @param upper by period: the units and the regions above them
   */
  AboveUnits(CubePlan plan, Map<String, List<Region>> upper) {
    this.plan = plan;
    upper.forEach(
        (period, regions) -> {
          Map<String, Region> here = new HashMap<>();
          for (Region region : regions) {
            here.put(region.code(), region);
            region.groups().forEach(group -> here.put(group, Region.group(group)));
          }
          cubes.put(period, new Cube(plan, period, here));
        });
  }

  /** Gives a region a row of every indicator. */
  void expect(Deliveries.Place place) {
    cubes.get(place.period()).expect(place.region());
  }

  /** Takes a row with {@link UnitCubes#SCHEMA}. */
  void add(Row row) {
    if (!row.isNullAt(STATUS)) {
      ofUnits.add(ObservationRows.observation(row));
    }
    if (!row.isNullAt(PART)) {
      add(
          new RegionPart(
              row.getString(3),
              row.getString(1),
              row.getString(2),
              new SeriesKey(row.getString(0), row.getString(4)),
              PartRows.part(row.getStruct(PART))));
    }
  }

  private void add(RegionPart of) {
    boolean below = !of.level().equals(plan.unit()) && !of.level().isEmpty();
    if (below) {
      parts.add(of);
    } else {
      Cube cube = cubes.get(of.period());
      cube.add(cube.placed(of.region()).code(), of.series(), of.part());
    }
    if (of.part().incomplete()) {
      incomplete.add(spot(of.series().indicator(), of.period(), of.region()));
    }
  }

  /** Adds up, without the units that lack what others have. */
  void rollUp(Coverage coverage) {
    cubes.forEach(
        (period, cube) -> {
          cube.rollUp(
              (indicator, unit) ->
                  coverage.leaves(indicator, period, unit)
                      || incomplete.contains(spot(indicator, period, unit)));
          cube.forEach(
              (part, observation) -> {
                parts.add(part);
                observation
                    .filter(of -> !part.level().equals(plan.unit()))
                    .ifPresent(observations::add);
              });
        });
  }

  private static Deliveries.Spot spot(String indicator, String period, String unit) {
    return new Deliveries.Spot(indicator, period, unit);
  }

  /** The values of units, and of what lies in them where that is asked for above. */
  List<Observation> ofUnits() {
    return ofUnits;
  }

  /** The values of regions above the units and of groups. */
  List<Observation> observations() {
    return observations;
  }

  /** Parts of units and above, and those below that were asked for. */
  List<RegionPart> parts() {
    return parts;
  }
}
