package org.countywise.geography;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.geography.history.Breaks;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.Calendar;

/**
 * The regions and groups whose territory changed in the twelve months to a period's end. Where all
 * periods have the regions of one day there are none.
 *
 * @param members units of groups, under codes of any day
 * @param kept regions that stay under older codes
 */
public record TerritoryBreaks(
    RegionsByMonth regionsByMonth, List<GroupMember> members, Set<Crosswalk.RegionMonth> kept) {

  /** By period. */
  public Map<String, Set<String>> regions() {
    Calendar calendar = regionsByMonth.calendar();
    RegionScheme.Changes changes = calendar.plan().regionScheme().changes();
    Map<String, Set<String>> broken = new TreeMap<>();
    if (changes != null && calendar.regionsAsOf() == null) {
      Breaks breaks = new Breaks(regionsByMonth.relocation(), Set.copyOf(changes.breaks()));
      for (String period : calendar.names()) {
        Set<String> regions = regions(period, breaks);
        if (!regions.isEmpty()) {
          broken.put(period, regions);
        }
      }
    }
    return broken;
  }

  private Set<String> regions(String period, Breaks breaks) {
    YearMonth month = YearMonth.parse(period);
    LocalDate before = month.minusYears(1).atEndOfMonth();
    Breaks.Time time = new Breaks.Time(before, month.atEndOfMonth());
    Set<String> broken = new HashSet<>(breaks.regions(time));
    groups()
        .forEach(
            (group, units) -> {
              if (breaks.touches(units, time)) {
                broken.add(group);
              }
            });
    kept.stream()
        .filter(regionMonth -> regionMonth.month().equals(period))
        .map(Crosswalk.RegionMonth::region)
        .filter(code -> regionsByMonth.relocation().codeHistory().knows(code, before))
        .forEach(broken::add);
    return broken;
  }

  private Map<String, Set<String>> groups() {
    return members.stream()
        .collect(
            Collectors.groupingBy(
                GroupMember::group,
                TreeMap::new,
                Collectors.mapping(GroupMember::unit, Collectors.toSet())));
  }
}
