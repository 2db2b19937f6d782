package org.countywise.geography;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.countywise.geography.history.Breaks;
import org.countywise.plan.RegionScheme;
import org.countywise.rows.Calendar;

/**
 * The regions and groups whose territory changed in the twelve months to a period's end. Where all
 * periods have the regions of one day there are none.
 *
 * @param members unit and group, as the group's dataset names the unit
 * @param kept regions that stay under older codes
 */
public record TerritoryBreaks(
    RegionsByMonth regionsByMonth, List<Row> members, Set<Crosswalk.RegionMonth> kept) {

  /** By period. */
  public Map<String, Set<String>> regions() {
    Calendar calendar = regionsByMonth.calendar();
    RegionScheme.Changes changes = calendar.plan().regionScheme().changes();
    Map<String, Set<String>> broken = new TreeMap<>();
    if (regionsByMonth.relocation() != null && changes != null && calendar.regionsAsOf() == null) {
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
    Map<String, Set<String>> groups = new TreeMap<>();
    members.forEach(
        row ->
            groups.computeIfAbsent(row.getString(1), g -> new TreeSet<>()).add(row.getString(0)));
    return groups;
  }
}
