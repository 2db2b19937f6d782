package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.plan.RegionScheme;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;

/**
 * Holds the region tree to what adding up needs: one row a region, and a way to the top.
 *
 * @param regionsByMonth where codes of other days lie
 */
public record Roster(RegionScheme scheme, RegionsByMonth regionsByMonth) {
  private static final int SHOWN = 20;

  /** A blocker for every region that breaks it, the first twenty of them. */
  public List<Finding> findings() {
    List<Finding> found = empty();
    return found.isEmpty()
        ? regionsByMonth.tree().flaws().stream().limit(SHOWN).map(this::finding).toList()
        : found;
  }

  /**
   * A finding for every unit of a group that the roster does not know in a period: it has no row.
   *
   * @param units every expected unit of every period
   */
  public List<Finding> unknown(List<GroupMember> members, List<Coverage.Unit> units) {
    Set<RegionMonth> known = new HashSet<>();
    units.forEach(unit -> known.add(new RegionMonth(unit.period(), unit.code())));
    List<Finding> found = new ArrayList<>();
    for (GroupMember member : members) {
      for (String period : regionsByMonth.calendar().names()) {
        if (regionsByMonth.units(member.unit(), period).stream()
            .noneMatch(unit -> known.contains(new RegionMonth(period, unit)))) {
          found.add(absent(member, period));
        }
      }
    }
    return found;
  }

  /** A blocker for every requested period on whose day the roster knows no unit. */
  private List<Finding> empty() {
    List<RegionSpan> units =
        regionsByMonth.tree().regions().stream().filter(RegionSpan::isUnit).toList();
    return regionsByMonth.calendar().names().stream()
        .filter(period -> units.stream().noneMatch(unit -> unit.isIn(period)))
        .map(this::empty)
        .toList();
  }

  private Finding empty(String period) {
    return FindingType.NO_REGIONS
        .in(scheme.roster().dataset(), period)
        .saying(regionsByMonth.calendar().regionsAsOf() == null ? "message" : "chosen")
        .with("level", scheme.unit())
        .with("day", regionsByMonth.calendar().regionsOf(period))
        .build();
  }

  private Finding absent(GroupMember member, String period) {
    return FindingType.MEMBER_UNKNOWN
        .in(scheme.roster() == null ? "" : scheme.roster().dataset(), period, member.unit())
        .keys(List.of(member.unit()))
        .with("level", scheme.unit())
        .with("member", member.unit())
        .with("group", member.group())
        .build();
  }

  private Finding finding(RegionTree.Flaw flaw) {
    FindingType type = flaw.twice() ? FindingType.REGION_TWICE : FindingType.REGION_WITHOUT_PARENT;
    FindingBuilder finding =
        type.in(scheme.roster().dataset(), flaw.month())
            .rows(1)
            .keys(List.of(flaw.region()))
            .with("region", flaw.region())
            .with("day", day(flaw.month(), flaw.months()));
    return flaw.twice()
        ? finding.with("to", scheme.roster().to()).build()
        : finding.with("top", scheme.top()).build();
  }

  private String day(String period, long periods) {
    LocalDate asOf = regionsByMonth.calendar().regionsAsOf();
    FindingBuilder day = FindingType.REGION_TWICE.in("", period);
    if (asOf != null) {
      return day.saying("on_day").with("day", asOf).text();
    }
    return periods == 1
        ? day.saying("on_last_day").text()
        : day.saying("on_last_days").with("others", periods - 1).text();
  }
}
