package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * The region scheme: which levels exist and how a code yields its parents.
 *
 * @param levels from the top (the nation) to the bottom
 * @param roster the dataset that knows every region and its parent over time; null where codes
 *     alone decide (a parent's code is then the leading digits of its child's)
 * @param groups named sets of regions of one level, published as {@code group:<name>}
 */
public record Regions(List<Level> levels, Roster roster, Map<String, Group> groups) {

  /**
   * One level of regions.
   *
   * @param level its name, as in {@code region_level}
   * @param code the one code of the top level; null below it
   * @param digits length of a code of this level; null at the top
   * @param restricted true where rows of this level are never published
   */
  public record Level(String level, String code, Integer digits, Boolean restricted, Title title) {}

  /** Which columns of the roster dataset mean what; {@code to} is the first day no longer valid. */
  public record Roster(
      String dataset,
      String code,
      String level,
      String parent,
      String name,
      String nameEn,
      String from,
      String to) {}

  /**
   * A named set of regions.
   *
   * @param dataset a reference dataset with one row per member
   * @param code its column with the member's code
   * @param where which rows are members; null for all
   */
  public record Group(Title title, String dataset, String code, String where) {}
}
