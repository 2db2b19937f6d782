package org.countywise.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Territory;
import org.countywise.report.Finding;
import org.countywise.stage.Tree;
import org.countywise.table.Regions;

/**
 * Holds the region tree to what adding up needs: one row a region, and a way to the top.
 *
 * @param ground null where codes alone say where regions lie
 */
record Roster(Territory territory, Ground ground) {
  private static final int SHOWN = 20;

  /** A blocker for every region that breaks it, the first twenty of them. */
  List<Finding> findings(Dataset<Row> tree) {
    List<Finding> found = new ArrayList<>(empty(tree));
    if (!found.isEmpty()) {
      return found;
    }
    new Tree(territory)
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
  List<Finding> unknown(List<Row> members, List<Coverage.Unit> units, List<String> periods) {
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
    return ground == null ? Set.of(member) : ground.units(member, period);
  }

  /** A blocker for every requested period on whose day the roster knows no unit. */
  private List<Finding> empty(Dataset<Row> tree) {
    Set<String> known = new HashSet<>();
    tree.filter(Regions.LEVEL.column().equalTo(territory.unit()))
        .select(Regions.PERIOD.column())
        .distinct()
        .collectAsList()
        .forEach(row -> known.add(row.getString(0)));
    return ground.calendar().names().stream()
        .filter(period -> !known.contains(period))
        .map(this::empty)
        .toList();
  }

  private Finding empty(String period) {
    boolean chosen = ground.calendar().regionsAsOf() != null;
    return new Finding(
        "no_regions",
        territory.roster().dataset(),
        period,
        "",
        Finding.Severity.BLOCKER,
        0,
        List.of(),
        "the roster knows no "
            + territory.unit()
            + " on "
            + ground.calendar().regionsOf(period)
            + (chosen ? "; name a later day with --regions-as-of, or" : ";")
            + " add the regions of that day to the roster");
  }

  private Finding absent(String unit, String group, String period) {
    return new Finding(
        "member_unknown",
        territory.roster() == null ? "" : territory.roster().dataset(),
        period,
        unit,
        Finding.Severity.ERROR,
        0,
        List.of(unit),
        territory.unit()
            + " "
            + unit
            + " of "
            + group
            + " is unknown to the roster on the last day of "
            + period
            + " and has no row; add it to the roster or correct the group");
  }

  private Finding finding(Row row) {
    String region = row.getString(1);
    LocalDate asOf = ground.calendar().regionsAsOf();
    String day =
        asOf == null
            ? "on the last day of " + row.getString(0) + others(row.getLong(3))
            : "on " + asOf;
    String what =
        row.getBoolean(2)
            ? "has two rows " + day + "; end one of them with " + territory.roster().to()
            : "has no chain of parents up to "
                + territory.top()
                + " "
                + day
                + "; add the missing parent or correct its validity";
    return new Finding(
        row.getBoolean(2) ? "region_twice" : "region_without_parent",
        territory.roster().dataset(),
        row.getString(0),
        "",
        Finding.Severity.BLOCKER,
        1,
        List.of(region),
        "region " + region + " " + what);
  }

  private static String others(long periods) {
    return periods == 1 ? "" : " and in " + (periods - 1) + " other months";
  }
}
