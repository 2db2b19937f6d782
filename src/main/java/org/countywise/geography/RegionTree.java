package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.RegionSpan.Place;
import org.countywise.geography.history.UnassignedRegion;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;

/** The regions of some months, each with those above it. */
public final class RegionTree {
  private final RegionScheme scheme;
  private final Map<String, TreeMonth> months = new TreeMap<>();
  private final List<RegionSpan> regions = new ArrayList<>();
  private final Set<RegionMonth> kept = new HashSet<>();

  /**
   * The tree of a roster.
   *
   * @param days by month: the day whose regions are wanted
   * @param crosswalk knows parents that have another code on that day
   * @param unassigned regions that stay under older codes, beside those that are parents
   */
  RegionTree(
      RegionScheme scheme,
      Map<String, LocalDate> days,
      Collection<RosterRow> roster,
      Crosswalk crosswalk,
      Set<RegionMonth> unassigned) {
    this.scheme = scheme;
    Map<RegionSpan.Lineage, RegionSpan.Lineage> shared = new HashMap<>();
    days.forEach(
        (month, day) ->
            months.put(month, new TreeMonth(scheme, month, day, crosswalk.parents(month), shared)));
    months.values().forEach(month -> roster.forEach(month::list));
    keep(crosswalk, unassigned);
    addTop();
    roster.forEach(this::place);
    kept.forEach(at -> place(at, crosswalk.kept().get(at)));
  }

  /**
   * The roster that codes alone tell of: their leading digits are their parents.
   *
   * @param codes of any level
   */
  static Collection<RosterRow> roster(RegionScheme scheme, Collection<String> codes) {
    Map<String, RosterRow> roster = new TreeMap<>();
    for (String code : codes) {
      String parent = scheme.top();
      for (RegionScheme.Level level : scheme.levels().subList(1, scheme.levels().size())) {
        if (code.length() >= level.digits() && !code.equals(scheme.top())) {
          String region = code.substring(0, level.digits());
          roster.put(region, ever(region, level.name(), parent));
          parent = region;
        }
      }
    }
    return roster.values();
  }

  private static RosterRow ever(String code, String level, String parent) {
    return new RosterRow(new Validity(code, level, parent, LocalDate.MIN, null), null, null);
  }

  private static RosterRow row(UnassignedRegion of) {
    return ever(of.code(), of.level(), of.parent());
  }

  private void keep(Crosswalk crosswalk, Set<RegionMonth> unassigned) {
    Set<RegionMonth> followed = crosswalk.followed();
    crosswalk
        .kept()
        .forEach(
            (at, region) -> {
              TreeMonth month = months.get(at.month());
              boolean isParent = followed.contains(at) && month.isParent(at.region());
              if ((isParent || unassigned.contains(at)) && month.keep(row(region).validity())) {
                kept.add(at);
              }
            });
  }

  private void addTop() {
    RegionScheme.Level top = scheme.levels().get(0);
    Validity ever = ever(scheme.top(), top.name(), null).validity();
    RosterRow row = new RosterRow(ever, top.titleZh(), top.titleEn());
    months.values().stream()
        .map(month -> month.span(row, null))
        .reduce((first, last) -> first.until(last.last()))
        .ifPresent(regions::add);
  }

  /** Adds a region in every month in which it is valid. */
  private void place(RosterRow row) {
    RegionSpan span = null;
    for (TreeMonth month : months.values()) {
      if (row.validity().covers(month.day())) {
        RegionSpan here = month.span(row, month.parentOf(row.validity()));
        if (span != null && !here.isLike(span)) {
          regions.add(span);
          span = null;
        }
        span = span == null ? here : span.until(here.last());
      }
    }
    if (span != null) {
      regions.add(span);
    }
  }

  private void place(RegionMonth at, UnassignedRegion region) {
    regions.add(months.get(at.month()).span(row(region), region.parent()));
  }

  /** The regions of all months. */
  public List<RegionSpan> regions() {
    return regions;
  }

  /** Names of the months, in order. */
  public List<String> months() {
    return List.copyOf(months.keySet());
  }

  /** Those of the regions that stay under older codes. */
  Set<RegionMonth> kept() {
    return kept;
  }

  /** By month and unit: the regions above it, from the lowest. */
  public Map<String, Map<String, List<String>>> aboveUnits() {
    Map<String, Map<String, List<String>>> above = new TreeMap<>();
    months.keySet().forEach(month -> above.put(month, new TreeMap<>()));
    for (RegionSpan unit : regions) {
      if (unit.isUnit()) {
        above.forEach(
            (month, units) -> {
              if (unit.isIn(month)) {
                units.put(unit.code(), codes(unit.above()));
              }
            });
      }
    }
    return above;
  }

  private static List<String> codes(List<Place> places) {
    return places.stream().map(Place::region).collect(Collectors.toList());
  }

  /**
   * What keeps a region from being added up.
   *
   * @param month the first in which it does
   * @param twice whether it is there twice; else no way leads from it to the top
   * @param months in how many it does
   */
  record Flaw(String month, String region, boolean twice, long months) {
    private Flaw and(Flaw later) {
      return new Flaw(month, region, twice, months + later.months);
    }
  }

  /** Regions that are there twice in a month or not below the top, by code. */
  List<Flaw> flaws() {
    Map<String, Flaw> flaws = new TreeMap<>();
    for (String month : months.keySet()) {
      Map<String, Boolean> twice = new HashMap<>();
      for (RegionSpan region : regions) {
        if (region.isIn(month)) {
          twice.merge(region.code(), false, (one, other) -> true);
        }
      }
      regions.stream()
          .filter(of -> of.isIn(month) && (twice.get(of.code()) || !isBelowTop(of)))
          .map(of -> new Flaw(month, of.code(), twice.get(of.code()), 1))
          .distinct()
          .forEach(of -> flaws.merge(of.region() + " " + of.twice(), of, Flaw::and));
    }
    return List.copyOf(flaws.values());
  }

  private boolean isBelowTop(RegionSpan region) {
    return region.above().stream().anyMatch(place -> place.region().equals(scheme.top()));
  }
}
