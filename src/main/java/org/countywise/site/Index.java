package org.countywise.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.definition.Title;

/**
 * What every page needs to know, columns as lists.
 *
 * @param unit the level of regions that delivers, such as {@code county}
 */
record Index(
    String release,
    String base,
    String unit,
    String period,
    List<String> periods,
    Regions regions,
    Indicators indicators,
    Map<String, Title> families,
    Map<String, Set<String>> breakdowns,
    boolean boundaries) {

  /**
   * Regions; an empty text is an unknown name, or no parent.
   *
   * @param said whether anything is published of it
   */
  record Regions(
      List<String> code,
      List<String> level,
      List<String> zh,
      List<String> en,
      List<String> parent,
      List<Boolean> said) {}

  /**
   * Indicators without their definitions.
   *
   * @param total whether there is a value beside those of breakdowns
   */
  record Indicators(
      List<String> id,
      List<String> en,
      List<String> zh,
      List<String> unit,
      List<String> family,
      List<Boolean> total) {}

  static Index of(Edition edition, String unit, Tally tally, boolean boundaries) {
    return new Index(
        edition.manifest().release(),
        edition.manifest().base(),
        unit,
        edition.period(),
        edition.periods(),
        regions(edition.regions(), tally.regions()),
        indicators(edition.indicators(), tally.summed()),
        edition.families(),
        tally.breakdowns(),
        boundaries);
  }

  private static Regions regions(List<PublishedRegion> all, Set<String> said) {
    return new Regions(
        all.stream().map(PublishedRegion::code).toList(),
        all.stream().map(PublishedRegion::level).toList(),
        all.stream().map(PublishedRegion::zh).toList(),
        all.stream().map(PublishedRegion::en).toList(),
        all.stream().map(PublishedRegion::parent).toList(),
        all.stream().map(region -> said.contains(region.code())).toList());
  }

  private static Indicators indicators(List<PublishedIndicator> all, Set<String> summed) {
    return new Indicators(
        all.stream().map(PublishedIndicator::id).toList(),
        all.stream().map(indicator -> indicator.title().en()).toList(),
        all.stream().map(indicator -> indicator.title().zh()).toList(),
        all.stream().map(PublishedIndicator::unit).toList(),
        all.stream().map(PublishedIndicator::family).toList(),
        all.stream().map(indicator -> summed.contains(indicator.id())).toList());
  }
}
