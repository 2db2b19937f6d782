package org.countywise.geography;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A region through consecutive months of a tree in which it lies in the same regions.
 *
 * @param first month, {@code YYYY-MM}
 * @param last month
 * @param row what the roster says of it
 * @param parent code of the region above on the day of these months; null at the top
 * @param unit code of the unit it lies in or is; null above the units
 * @param lineage the regions above it
 */
public record RegionSpan(
    String first, String last, RosterRow row, String parent, String unit, Lineage lineage)
    implements Serializable {

  /** A region that something lies in. */
  public record Place(String region, String level) implements Serializable {}

  /**
   * The regions above a region, from its parent up; those in one parent share it.
   *
   * @param within those up to the unit, lowest first
   * @param above those above the unit, lowest first
   * @param unit the unit; null above the units
   */
  record Lineage(List<Place> within, List<Place> above, String unit) implements Serializable {}

  public String code() {
    return row.validity().code();
  }

  public String level() {
    return row.validity().level();
  }

  public boolean isUnit() {
    return code().equals(unit);
  }

  /** The region and those above it up to its unit, lowest first; none above the units. */
  public List<Place> within() {
    return unit == null ? lineage.within() : withMe(lineage.within());
  }

  /** The regions above its unit, lowest first; itself too where it lies there. */
  public List<Place> above() {
    return unit == null ? withMe(lineage.above()) : lineage.above();
  }

  private List<Place> withMe(List<Place> others) {
    List<Place> places = new ArrayList<>(others.size() + 1);
    places.add(new Place(code(), level()));
    places.addAll(others);
    return places;
  }

  /** Codes of the region and all above it, lowest first. */
  public List<String> path() {
    return Stream.concat(within().stream(), above().stream()).map(Place::region).toList();
  }

  /** Whether it is the region of a month of its tree. */
  public boolean isIn(String month) {
    return first.compareTo(month) <= 0 && last.compareTo(month) >= 0;
  }

  /** Whether a region lies in the same regions in other months. */
  boolean isLike(RegionSpan other) {
    return Objects.equals(parent, other.parent) && lineage.equals(other.lineage);
  }

  RegionSpan until(String month) {
    return new RegionSpan(first, month, row, parent, unit, lineage);
  }
}
