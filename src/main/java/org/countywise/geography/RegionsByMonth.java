package org.countywise.geography;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.Crosswalk.RetiredCode;
import org.countywise.geography.history.Change;
import org.countywise.geography.history.CodeHistory;
import org.countywise.geography.history.Relocation;
import org.countywise.geography.history.Validity;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.Calendar;

/** The regions of every month of a run, and where codes of other days lie in them. */
public final class RegionsByMonth {
  private final Calendar calendar;
  private final List<RosterRow> roster;
  private final Set<String> months;
  private final Relocation relocation;
  private final Crosswalk crosswalk;
  private final RegionTree tree;

  /**
   * Those of a roster.
   *
   * @param changes of codes
   * @param months every month there are rows of
   */
  public RegionsByMonth(
      Calendar calendar, List<RosterRow> roster, List<Change> changes, Set<String> months) {
    this.calendar = calendar;
    this.roster = roster;
    this.months = months;
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
    this.tree = tree(roster, Set.of());
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

  private RegionTree tree(Collection<RosterRow> listed, Set<RegionMonth> unassigned) {
    Map<String, LocalDate> days = new TreeMap<>();
    months.forEach(month -> days.put(month, calendar.regionsOf(month)));
    return new RegionTree(scheme(), days, listed, crosswalk, unassigned);
  }

  /** The region tree of every month; without a roster, of the top alone. */
  public RegionTree tree() {
    return tree;
  }

  /** The region tree of the requested periods where codes alone say where regions lie. */
  public RegionTree treeOf(Collection<String> codes) {
    return tree(RegionTree.roster(scheme(), codes), Set.of());
  }

  /** The tree with these of the regions that stay under older codes. */
  RegionTree treeWith(Set<RegionMonth> unassigned) {
    return unassigned.isEmpty() ? tree : tree(roster, unassigned);
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

  /** Codes that are no region of a month's tree, with the region they lie in. */
  public List<RetiredCode> elsewhere() {
    // A region whose older code is still a parent's in the roster is in the tree already.
    return crosswalk.aliases().stream()
        .filter(code -> !tree.kept().contains(new RegionMonth(code.month(), code.code())))
        .toList();
  }

  /** The units of a period that have the territory of a code of any day. */
  Set<String> units(String code, String period) {
    LocalDate day = calendar.regionsOf(period);
    Set<String> units = relocation.successors(code, day, day);
    return units.isEmpty() ? Set.of(code) : units;
  }
}
