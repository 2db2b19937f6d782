package org.countywise.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The parts of a period by region: of one unit and what lies in it, or of all from the units up.
 */
public final class Cube {
  private final CubePlan plan;
  private final String period;
  private final Map<String, Region> regions;
  private final Map<String, Map<SeriesKey, Part>> parts = new HashMap<>();

  /**
   * An empty cube.
   *
   * @param regions by code
   */
  public Cube(CubePlan plan, String period, Map<String, Region> regions) {
    this.plan = plan;
    this.period = period;
    this.regions = regions;
  }

  /**
   * Adds a measure to the indicators of the period.
   *
   * @param region where it counts in the period
   */
  public void add(String region, Cell cell) {
    plan.terms().derive(cell, period, (series, part) -> add(region, series, part));
  }

  /** Adds a part to a region. */
  public void add(String region, SeriesKey series, Part part) {
    parts.computeIfAbsent(region, r -> new HashMap<>()).merge(series, part, Part::plus);
  }

  /** The region of the period, or the unit it lies in where only other months know the region. */
  public Region placed(String code) {
    Region region = regions.get(code);
    return region == null ? regions.getOrDefault(plan.unitOf(code), Region.NOWHERE) : region;
  }

  /**
   * Gives a region a part of every indicator with a total: what was not met is zero and not absent,
   * but a statistic of no record is not known.
   */
  public void expect(String region) {
    for (String indicator : plan.withTotal()) {
      boolean statistic = plan.statistics().contains(indicator);
      add(region, new SeriesKey(indicator, ""), statistic ? Part.UNKNOWN : Part.NONE);
    }
  }

  /**
   * Adds up from the lowest level: a published total that stands in for its parts counts above them
   * too. A statistic is never added up. What is handed to a region that is not in this cube is left
   * to that of the level above.
   *
   * @param leaves whether an indicator of a unit does not count above it
   */
  public void rollUp(BiPredicate<String, String> leaves) {
    for (String level : plan.upwards()) {
      for (String code : at(level)) {
        Region region = region(code);
        Map<SeriesKey, Part> here = parts.get(code);
        here.replaceAll((series, part) -> part.standIn());
        boolean isUnit = region.level().equals(plan.unit());
        here.forEach(
            (series, part) -> {
              boolean counts =
                  !plan.statistics().contains(series.indicator())
                      && !(isUnit && leaves.test(series.indicator(), code));
              if (counts) {
                handUp(region, series, part.handedUp());
              }
            });
      }
    }
  }

  private void handUp(Region from, SeriesKey series, Part part) {
    List<String> above = new ArrayList<>(from.groups());
    above.add(from.parent());
    above.stream().filter(regions::containsKey).forEach(region -> add(region, series, part));
  }

  private List<String> at(String level) {
    return parts.keySet().stream().filter(code -> region(code).level().equals(level)).toList();
  }

  private Region region(String code) {
    return regions.getOrDefault(code, Region.NOWHERE);
  }

  /** Every part, with what is published of it. */
  public void forEach(Visitor visitor) {
    parts.forEach(
        (code, here) ->
            here.forEach(
                (series, part) -> {
                  Part whole = plan.isShare(series) ? part.over(whole(here, series)) : part;
                  Region region = region(code);
                  visitor.visit(
                      new RegionPart(period, code, region.level(), series, part),
                      plan.publication().of(series, region, period, whole));
                }));
  }

  private static Sum whole(Map<SeriesKey, Part> here, SeriesKey series) {
    return here.getOrDefault(series.total(), Part.NONE).denominator();
  }

  /** Looks at the parts. */
  public interface Visitor {
    /**
     * One part.
     *
     * @param observation empty where nothing is published of it
     */
    void visit(RegionPart part, Optional<Observation> observation);
  }
}
