package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.RegionSpan.Lineage;
import org.countywise.geography.RegionSpan.Place;
import org.countywise.geography.history.UnassignedRegion;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;

/** The regions of some months, each with those above it. */
public final class RegionTree {
  private final RegionScheme scheme;
  private final List<TreeMonth> months;
  private final List<RegionSpan> regions;

  private RegionTree(RegionScheme scheme, List<TreeMonth> months, List<RegionSpan> regions) {
    this.scheme = scheme;
    this.months = months;
    this.regions = regions;
  }

  /**
   * The tree of a roster.
   *
   * @param days by month: the day whose regions are wanted
   * @param crosswalk knows parents that have another code on that day, or stay under an older one
   */
  static RegionTree of(
      RegionScheme scheme,
      SortedMap<String, LocalDate> days,
      Collection<RosterRow> roster,
      Crosswalk crosswalk) {
    Map<Lineage, Lineage> lineages = new HashMap<>();
    List<TreeMonth> months = new ArrayList<>();
    days.forEach(
        (month, day) ->
            months.add(
                new TreeMonth(
                    scheme,
                    month,
                    day,
                    crosswalk.parents(month),
                    new HashMap<>(),
                    new HashMap<>(),
                    lineage -> lineages.computeIfAbsent(lineage, same -> same))));
    RegionTree tree = new RegionTree(scheme, months, new ArrayList<>());
    Map<RegionMonth, UnassignedRegion> kept = tree.list(roster, crosswalk.followed());
    tree.addTop();
    roster.forEach(tree::place);
    tree.regions.addAll(spans(months, kept));
    return tree;
  }

  /**
   * The regions that codes alone tell of: their leading digits are their parents.
   *
   * @param codes of any level
   */
  static Collection<RosterRow> named(RegionScheme scheme, Collection<String> codes) {
    Map<String, RosterRow> listed = new LinkedHashMap<>();
    for (String code : codes) {
      String parent = scheme.top();
      for (RegionScheme.Level level : scheme.levels().subList(1, scheme.levels().size())) {
        if (code.length() >= level.digits() && !code.equals(scheme.top())) {
          String region = code.substring(0, level.digits());
          Validity ever = new Validity(region, level.name(), parent, LocalDate.MIN, null);
          listed.putIfAbsent(region, new RosterRow(ever, null, null));
          parent = region;
        }
      }
    }
    return listed.values();
  }

  /** Lets regions lie in each other; gives those that stay under older codes and are parents. */
  private Map<RegionMonth, UnassignedRegion> list(
      Collection<RosterRow> roster, Map<RegionMonth, UnassignedRegion> followed) {
    Set<RegionMonth> parents = new HashSet<>();
    for (RosterRow row : roster) {
      for (TreeMonth month : months) {
        if (row.validity().covers(month.day())) {
          String parent = month.parentOf(row.validity());
          month.add(row.validity(), parent);
          if (!followed.isEmpty()) {
            parents.add(new RegionMonth(month.name(), parent));
          }
        }
      }
    }
    Map<RegionMonth, UnassignedRegion> kept = new LinkedHashMap<>(followed);
    kept.keySet().retainAll(parents);
    for (TreeMonth month : months) {
      kept.forEach((at, region) -> month.keep(at, row(region).validity()));
    }
    return kept;
  }

  private void addTop() {
    RegionScheme.Level top = scheme.levels().get(0);
    Validity ever = new Validity(scheme.top(), top.name(), null, LocalDate.MIN, null);
    RosterRow row = new RosterRow(ever, top.titleZh(), top.titleEn());
    String last = months.get(months.size() - 1).name();
    regions.add(months.get(0).span(row, null).until(last));
  }

  /** Adds a region in every month in which it is valid. */
  private void place(RosterRow row) {
    RegionSpan span = null;
    for (TreeMonth month : months) {
      if (row.validity().covers(month.day())) {
        RegionSpan here = month.span(row, month.parentOf(row.validity()));
        if (span != null && !here.isLike(span)) {
          regions.add(span);
          span = null;
        }
        span = span == null ? here : span.until(month.name());
      }
    }
    if (span != null) {
      regions.add(span);
    }
  }

  private static List<RegionSpan> spans(
      List<TreeMonth> months, Map<RegionMonth, UnassignedRegion> kept) {
    Map<String, TreeMonth> byName =
        months.stream().collect(Collectors.toMap(TreeMonth::name, month -> month));
    List<RegionSpan> spans = new ArrayList<>();
    kept.forEach(
        (at, region) -> spans.add(byName.get(at.month()).span(row(region), region.parent())));
    return spans;
  }

  private static RosterRow row(UnassignedRegion of) {
    return new RosterRow(
        new Validity(of.code(), of.level(), of.parent(), LocalDate.MIN, null), null, null);
  }

  /** The tree with these regions, which stay under older codes, where they are not in it. */
  RegionTree with(Map<RegionMonth, UnassignedRegion> kept) {
    if (kept.isEmpty()) {
      return this;
    }
    List<TreeMonth> others = months.stream().map(TreeMonth::copy).toList();
    for (TreeMonth month : others) {
      kept.forEach((at, region) -> month.keep(at, row(region).validity()));
    }
    Map<RegionMonth, UnassignedRegion> missing = new LinkedHashMap<>(kept);
    missing.keySet().removeAll(known(kept.keySet()));
    List<RegionSpan> all = new ArrayList<>(regions);
    all.addAll(spans(others, missing));
    return new RegionTree(scheme, months, all);
  }

  /** Those of some codes in months that are regions of the tree. */
  Set<RegionMonth> known(Collection<RegionMonth> wanted) {
    Map<String, List<RegionMonth>> byCode =
        wanted.stream().collect(Collectors.groupingBy(RegionMonth::region));
    Set<RegionMonth> known = new HashSet<>();
    for (RegionSpan span : regions) {
      byCode.getOrDefault(span.code(), List.of()).stream()
          .filter(at -> span.isIn(at.month()))
          .forEach(known::add);
    }
    return known;
  }

  /** The regions of all months. */
  public List<RegionSpan> regions() {
    return regions;
  }

  /** Names of the months, in order. */
  public List<String> months() {
    return months.stream().map(TreeMonth::name).toList();
  }

  /** By month and unit: the regions above it, from the lowest. */
  public Map<String, Map<String, List<String>>> aboveUnits() {
    Map<String, Map<String, List<String>>> above = new TreeMap<>();
    for (RegionSpan unit : regions) {
      if (unit.isUnit()) {
        for (String month : months().stream().filter(unit::isIn).toList()) {
          above
              .computeIfAbsent(month, m -> new TreeMap<>())
              .put(
                  unit.code(),
                  unit.above().stream().map(Place::region).collect(Collectors.toList()));
        }
      }
    }
    return above;
  }

  /**
   * What keeps a region from being added up.
   *
   * @param month the first in which it does
   * @param twice whether it is there twice; else no way leads from it to the top
   * @param months in how many it does
   */
  record Flaw(String month, String region, boolean twice, long months) {}

  /** Regions that are there twice in a month or not below the top, by code. */
  List<Flaw> flaws() {
    Map<String, List<RegionSpan>> suspects = new TreeMap<>();
    Map<String, RegionSpan> seen = new HashMap<>();
    for (RegionSpan span : regions) {
      RegionSpan other = seen.putIfAbsent(span.code(), span);
      if (other != null) {
        suspects.computeIfAbsent(span.code(), code -> new ArrayList<>(List.of(other))).add(span);
      } else if (isOrphan(span)) {
        suspects.put(span.code(), new ArrayList<>(List.of(span)));
      }
    }
    List<Flaw> flaws = new ArrayList<>();
    suspects.forEach((code, spans) -> flaws.addAll(flaws(code, spans)));
    return flaws;
  }

  private List<Flaw> flaws(String code, List<RegionSpan> spans) {
    List<String> twice = new ArrayList<>();
    List<String> orphan = new ArrayList<>();
    for (TreeMonth month : months) {
      List<RegionSpan> here = spans.stream().filter(span -> span.isIn(month.name())).toList();
      if (here.size() > 1) {
        twice.add(month.name());
      } else if (here.stream().anyMatch(this::isOrphan)) {
        orphan.add(month.name());
      }
    }
    return Stream.of(Map.entry(true, twice), Map.entry(false, orphan))
        .filter(flaw -> !flaw.getValue().isEmpty())
        .map(f -> new Flaw(f.getValue().get(0), code, f.getKey(), f.getValue().size()))
        .toList();
  }

  private boolean isOrphan(RegionSpan span) {
    return span.above().stream().noneMatch(place -> place.region().equals(scheme.top()));
  }
}
