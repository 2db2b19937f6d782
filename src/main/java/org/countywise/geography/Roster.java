package org.countywise.geography;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.RegionScheme;
import org.countywise.report.Finding;
import org.countywise.report.FindingBuilder;
import org.countywise.report.FindingType;
import org.countywise.rows.Tree;
import org.countywise.table.Regions;

/**
 * Holds the region tree to what adding up needs: one row a region, and a way to the top.
 *
 * @param regionsByMonth where codes of other days lie
 */
public record Roster(RegionScheme scheme, RegionsByMonth regionsByMonth) {
  private static final int SHOWN = 20;

  /** A blocker for every region that breaks it, the first twenty of them. */
  public List<Finding> findings(Dataset<Row> tree) {
    List<Finding> found = new ArrayList<>(empty(tree));
    if (!found.isEmpty()) {
      return found;
    }
    new Tree(scheme)
        .flaws(tree)
        .limit(SHOWN)
        .collectAsList()
        .forEach(row -> found.add(finding(row)));
    return found;
  }

  /**
   * A finding for every unit of a group that the roster does not know in a period: it has no row.
   *
   * @param members unit and group
   */
  public List<Finding> unknown(List<Row> members, List<Coverage.Unit> units, List<String> periods) {
    Set<List<String>> known = new HashSet<>();
    units.forEach(unit -> known.add(List.of(unit.period(), unit.code())));
    List<Finding> found = new ArrayList<>();
    for (Row member : members) {
      for (String period : periods) {
        if (units(member.getString(0), period).stream()
            .noneMatch(unit -> known.contains(List.of(period, unit)))) {
          found.add(absent(member.getString(0), member.getString(1), period));
        }
      }
    }
    return found;
  }

  private Set<String> units(String member, String period) {
    return regionsByMonth.units(member, period);
  }

  /** A blocker for every requested period on whose day the roster knows no unit. */
  private List<Finding> empty(Dataset<Row> tree) {
    Set<String> known = new HashSet<>();
    tree.filter(Regions.LEVEL.column().equalTo(scheme.unit()))
        .select(Regions.PERIOD.column())
        .distinct()
        .collectAsList()
        .forEach(row -> known.add(row.getString(0)));
    return regionsByMonth.calendar().names().stream()
        .filter(period -> !known.contains(period))
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

  private Finding absent(String unit, String group, String period) {
    return FindingType.MEMBER_UNKNOWN
        .in(scheme.roster() == null ? "" : scheme.roster().dataset(), period, unit)
        .keys(List.of(unit))
        .with("level", scheme.unit())
        .with("member", unit)
        .with("group", group)
        .build();
  }

  private Finding finding(Row row) {
    String region = row.getString(1);
    FindingType type =
        row.getBoolean(2) ? FindingType.REGION_TWICE : FindingType.REGION_WITHOUT_PARENT;
    FindingBuilder finding =
        type.in(scheme.roster().dataset(), row.getString(0))
            .rows(1)
            .keys(List.of(region))
            .with("region", region)
            .with("day", day(row.getString(0), row.getLong(3)));
    return row.getBoolean(2)
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
