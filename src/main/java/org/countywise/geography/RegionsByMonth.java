package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.Crosswalk.RetiredCode;
import org.countywise.geography.history.Change;
import org.countywise.geography.history.CodeHistory;
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.UnassignedRegion;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.Calendar;

/** The regions of every month of a run, and where codes of other days lie in them. */
public final class RegionsByMonth {
  private final Calendar calendar;
  private final Relocation relocation;
  private final Crosswalk crosswalk;
  private final RegionTree tree;
  private final List<EndedParent> endedParents;

  /**
   * A parent that ended while regions of the roster still name it.
   *
   * @param region where these count instead
   * @param month the first requested one
   * @param regions how many they are
   */
  record EndedParent(String code, String region, String month, long regions) {}

  /**
   * What a code means in some months.
   *
   * @param first month
   * @param last month
   * @param region the one that it lies in
   * @param isKnown whether the roster of these months knows it
   */
  public record CodeSpan(String code, String first, String last, String region, boolean isKnown) {}

  /**
   * Those of a roster.
   *
   * @param changes of codes
   * @param months every month there are rows of
   */
  public RegionsByMonth(
      Calendar calendar, List<RosterRow> roster, List<Change> changes, Set<String> months) {
    this.calendar = calendar;
    RegionScheme scheme = calendar.plan().regionScheme();
    LocalDate first = Crosswalk.first(calendar, months);
    this.relocation =
        new Relocation(
            new CodeHistory(moving(roster, changes, first), changes),
            scheme.levels().stream().map(RegionScheme.Level::name).toList(),
            scheme.unit(),
            scheme.top());
    Set<String> filled =
        roster.stream().map(row -> row.validity().parent()).collect(Collectors.toSet());
    this.crosswalk = new Crosswalk(calendar, relocation, filled, months);
    this.tree = tree(months, roster);
    this.endedParents = endedParents(roster);
  }

  /** Those of a scheme without a roster: codes alone say where regions lie, and never change. */
  public static RegionsByMonth ofCodes(Calendar calendar) {
    return new RegionsByMonth(calendar, List.of(), List.of(), Set.copyOf(calendar.names()));
  }

  /** Whether codes alone say where regions lie; the tree is then made of the codes of rows. */
  public boolean isOfCodes() {
    return scheme().roster() == null;
  }

  /**
   * Whether with this dataset all is read that says where regions lie: changes follow the roster.
   */
  public static boolean isCompletedBy(String dataset, RegionScheme regionScheme) {
    if (regionScheme.roster() == null) {
      return false;
    }
    RegionScheme.Changes changes = regionScheme.changes();
    return dataset.equals(changes == null ? regionScheme.roster().dataset() : changes.dataset());
  }

  /**
   * Rows that say anything of other days: all above the lowest level, and of the lowest those that
   * a change names or that do not hold throughout.
   */
  private List<Validity> moving(List<RosterRow> roster, List<Change> changes, LocalDate first) {
    List<RegionScheme.Level> levels = scheme().levels();
    String lowest = levels.get(levels.size() - 1).name();
    Set<String> changed = new HashSet<>();
    changes.forEach(change -> changed.addAll(List.of(change.from(), change.to())));
    return roster.stream()
        .map(RosterRow::validity)
        .filter(
            is ->
                !is.level().equals(lowest)
                    || is.to() != null
                    || is.from().isAfter(first)
                    || changed.contains(is.code()))
        .toList();
  }

  private List<EndedParent> endedParents(List<RosterRow> roster) {
    Map<String, List<RetiredCode>> ended =
        crosswalk.ended().stream().collect(Collectors.groupingBy(RetiredCode::code));
    Map<String, List<Validity>> below =
        roster.stream()
            .map(RosterRow::validity)
            .filter(is -> is.parent() != null && ended.containsKey(is.parent()))
            .collect(Collectors.groupingBy(Validity::parent));
    List<EndedParent> found = new ArrayList<>();
    below.forEach(
        (code, regions) ->
            ended.get(code).stream()
                .collect(Collectors.groupingBy(RetiredCode::region))
                .forEach(
                    (region, at) -> endedParent(code, region, at, regions).ifPresent(found::add)));
    found.sort(Comparator.comparing(EndedParent::code).thenComparing(EndedParent::month));
    return found;
  }

  private Optional<EndedParent> endedParent(
      String code, String region, List<RetiredCode> at, List<Validity> below) {
    SortedMap<String, Set<String>> regions = new TreeMap<>();
    for (RetiredCode ended : at) {
      LocalDate day = calendar.regionsOf(ended.month());
      below.stream()
          .filter(is -> is.covers(day))
          .forEach(
              is -> regions.computeIfAbsent(ended.month(), m -> new HashSet<>()).add(is.code()));
    }
    long number = regions.values().stream().flatMap(Set::stream).distinct().count();
    return number == 0
        ? Optional.empty()
        : Optional.of(new EndedParent(code, region, regions.firstKey(), number));
  }

  private RegionTree tree(Collection<String> months, Collection<RosterRow> roster) {
    SortedMap<String, LocalDate> days = new TreeMap<>();
    months.forEach(month -> days.put(month, calendar.regionsOf(month)));
    return RegionTree.of(scheme(), days, roster, crosswalk);
  }

  /** The region tree of every month; without a roster, of the top alone. */
  public RegionTree tree() {
    return tree;
  }

  /** The region tree of the requested periods where codes alone say where regions lie. */
  public RegionTree treeOf(Collection<String> codes) {
    return tree(calendar.names(), RegionTree.named(scheme(), codes));
  }

  /** The tree with these of the regions that stay under older codes. */
  RegionTree treeWith(Set<RegionMonth> regions) {
    Map<RegionMonth, UnassignedRegion> kept = new LinkedHashMap<>(crosswalk.kept());
    kept.keySet().retainAll(regions);
    return tree.with(kept);
  }

  /** What is known of other days. */
  public Relocation relocation() {
    return relocation;
  }

  /** Where codes lie that the roster of a month does not know. */
  public Crosswalk crosswalk() {
    return crosswalk;
  }

  Calendar calendar() {
    return calendar;
  }

  private RegionScheme scheme() {
    return calendar.plan().regionScheme();
  }

  /** Regions of the requested periods whose parent has ended, by its code. */
  List<EndedParent> endedParents() {
    return endedParents;
  }

  /** What the codes of each month mean. */
  public List<CodeSpan> codes() {
    List<CodeSpan> codes = new ArrayList<>();
    tree.regions()
        .forEach(of -> codes.add(new CodeSpan(of.code(), of.first(), of.last(), of.code(), true)));
    // A region whose older code is still a parent's in the roster is in the tree already.
    Set<RegionMonth> known =
        tree.known(
            crosswalk.aliases().stream()
                .map(code -> new RegionMonth(code.month(), code.code()))
                .toList());
    crosswalk.aliases().stream()
        .filter(code -> !known.contains(new RegionMonth(code.month(), code.code())))
        .forEach(
            of -> codes.add(new CodeSpan(of.code(), of.month(), of.month(), of.region(), false)));
    return codes;
  }

  /** The units of a period that have the territory of a code of any day. */
  Set<String> units(String code, String period) {
    LocalDate day = calendar.regionsOf(period);
    Set<String> units = relocation.successors(code, day, day);
    return units.isEmpty() ? Set.of(code) : units;
  }
}
