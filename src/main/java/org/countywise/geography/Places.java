package org.countywise.geography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.countywise.cube.Region;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.quality.DeliveryKey;
import org.countywise.rows.Calendar;

/** The regions and groups of the requested periods, and which units are expected to deliver. */
public final class Places {
  private final RegionsByMonth regionsByMonth;
  private final RegionTree tree;
  private final List<GroupMember> members;
  private final List<RegionSpan> regions;
  private final Map<String, Map<String, Set<String>>> groups = new HashMap<>();

  /**
   * Those of a tree.
   *
   * @param members units of groups, under codes of any day
   * @param remnants regions of the tree that stay under older codes
   */
  public Places(
      RegionsByMonth regionsByMonth,
      RegionTree tree,
      List<GroupMember> members,
      Set<RegionMonth> remnants) {
    this.regionsByMonth = regionsByMonth;
    this.tree = tree;
    this.members = members;
    this.regions =
        tree.regions().stream()
            .filter(region -> calendar().names().stream().anyMatch(region::isIn))
            .toList();
    for (GroupMember member : members) {
      for (String period : calendar().names()) {
        units(member.unit(), period).forEach(unit -> add(period, unit, member.group()));
      }
    }
    remnants.forEach(this::addRemnant);
  }

  private void add(String period, String unit, String group) {
    groups
        .computeIfAbsent(period, p -> new HashMap<>())
        .computeIfAbsent(unit, u -> new TreeSet<>())
        .add(group);
  }

  /** A region that stays under its older code is in the groups that all its parts are in. */
  private void addRemnant(RegionMonth remnant) {
    Set<String> shared =
        members.stream().map(GroupMember::group).collect(Collectors.toCollection(TreeSet::new));
    units(remnant.region(), remnant.month())
        .forEach(unit -> shared.retainAll(groups(remnant.month(), unit)));
    shared.forEach(group -> add(remnant.month(), remnant.region(), group));
  }

  private Set<String> units(String code, String period) {
    return regionsByMonth.units(code, period);
  }

  private Calendar calendar() {
    return regionsByMonth.calendar();
  }

  private void forEach(BiConsumer<String, RegionSpan> take) {
    for (String period : calendar().names()) {
      regions.stream().filter(of -> of.isIn(period)).forEach(of -> take.accept(period, of));
    }
  }

  /** Regions of any requested period. */
  public List<RegionSpan> regions() {
    return regions;
  }

  /** Codes of the groups that units are in, by period and unit. */
  public Map<String, Map<String, Set<String>>> groups() {
    return groups;
  }

  private Set<String> groups(String period, String unit) {
    return groups.getOrDefault(period, Map.of()).getOrDefault(unit, Set.of());
  }

  /** Regions that lie in another unit than their code begins with: the unit, or the empty code. */
  public Map<RegionMonth, String> elsewhere() {
    int digits = calendar().plan().regionScheme().unitDigits();
    Map<RegionMonth, String> elsewhere = new HashMap<>();
    forEach(
        (period, of) -> {
          String named = of.code().length() < digits ? "" : of.code().substring(0, digits);
          String unit = of.unit() == null ? "" : of.unit();
          if (!unit.equals(named)) {
            elsewhere.put(new RegionMonth(period, of.code()), unit);
          }
        });
    return elsewhere;
  }

  /** Codes of the regions that lie in a region next, or of the units of a group; sorted. */
  public SortedSet<String> inside(String region) {
    SortedSet<String> inside = new TreeSet<>();
    forEach(
        (period, of) -> {
          boolean isMember = of.isUnit() && groups(period, of.code()).contains(region);
          if (isMember || parent(of).equals(region)) {
            inside.add(of.code());
          }
        });
    return inside;
  }

  private static String parent(RegionSpan of) {
    return of.path().stream().skip(1).findFirst().orElse("");
  }

  /** By period: the units, and the regions above them. */
  public Map<String, List<Region>> upper() {
    Map<String, List<Region>> upper = new TreeMap<>();
    calendar().names().forEach(period -> upper.put(period, new ArrayList<>()));
    forEach(
        (period, of) -> {
          if (of.isUnit() || of.unit() == null) {
            upper.get(period).add(region(period, of));
          }
        });
    return upper;
  }

  private Region region(String period, RegionSpan of) {
    return new Region(
        of.code(),
        of.level(),
        of.unit() == null ? "" : of.unit(),
        parent(of),
        of.isUnit() ? List.copyOf(groups(period, of.code())) : List.of());
  }

  /** By month, also of other months than the requested, and unit: regions above it, and groups. */
  public Map<String, Map<String, List<String>>> above() {
    Map<String, Map<String, List<String>>> above = tree.aboveUnits();
    above.forEach(
        (month, units) ->
            members.forEach(
                member ->
                    units(member.unit(), month).stream()
                        .filter(units::containsKey)
                        .forEach(unit -> units.get(unit).add(member.group()))));
    return above;
  }

  /**
   * Units that deliver something or belong to the expected group.
   *
   * @param announced null where there are no control totals: then all units
   */
  public List<Coverage.Unit> expected(Map<DeliveryKey, Long> announced) {
    Set<RegionMonth> sending = new HashSet<>();
    if (announced != null) {
      Set<String> senders = new LinkedHashSet<>();
      announced.keySet().forEach(key -> senders.add(key.unit()));
      for (String period : calendar().names()) {
        senders.forEach(
            sender ->
                units(sender, period).forEach(unit -> sending.add(new RegionMonth(period, unit))));
      }
    }
    String expected = "group:" + calendar().plan().deliveryRules().expected();
    List<Coverage.Unit> units = new ArrayList<>();
    forEach(
        (period, of) -> {
          RegionMonth at = new RegionMonth(period, of.code());
          Set<String> in = groups(period, of.code());
          boolean delivers = announced == null || sending.contains(at) || in.contains(expected);
          if (of.isUnit() && delivers && !tree.kept().contains(at)) {
            List<String> above =
                new ArrayList<>(of.above().stream().map(RegionSpan.Place::region).toList());
            above.addAll(in);
            units.add(new Coverage.Unit(period, of.code(), above));
          }
        });
    return units;
  }
}
