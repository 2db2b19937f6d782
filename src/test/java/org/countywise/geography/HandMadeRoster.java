package org.countywise.geography;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.geography.history.Change;
import org.countywise.geography.history.Validity;
import org.countywise.plan.Plan;
import org.countywise.rows.Calendar;

/** Builds a roster line by line; prefecture 5301 in province 53 always was. */
final class HandMadeRoster {
  private static final Plan PLAN =
      Compilation.plan(Workbench.definitions("jobs"), List.of("registry"));
  private static final LocalDate ALWAYS = LocalDate.of(1981, 1, 1);

  private final List<RosterRow> rows = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  HandMadeRoster() {
    always("53", null).always("5301", "53");
  }

  static Calendar calendar(String... periods) {
    List<YearMonth> months = List.of(periods).stream().map(YearMonth::parse).toList();
    return new Calendar(PLAN, months, months.get(0));
  }

  HandMadeRoster always(String code, String parent) {
    return known(code, parent, ALWAYS, null);
  }

  HandMadeRoster until(String day, String code, String parent) {
    return known(code, parent, ALWAYS, LocalDate.parse(day));
  }

  HandMadeRoster from(String day, String code, String parent) {
    return known(code, parent, LocalDate.parse(day), null);
  }

  private HandMadeRoster known(String code, String parent, LocalDate from, LocalDate to) {
    Validity is = new Validity(code, level(code), parent, from, to);
    rows.add(new RosterRow(is, "名" + code, null));
    return this;
  }

  HandMadeRoster change(String day, String kind, String from, String to) {
    changes.add(new Change(from, to, LocalDate.parse(day), kind));
    return this;
  }

  /** The regions of some periods and months. */
  RegionsByMonth regions(Calendar calendar, String... months) {
    Set<String> all = new TreeSet<>(List.of(months));
    all.addAll(calendar.names());
    return new RegionsByMonth(calendar, rows, changes, all);
  }

  private static String level(String code) {
    return switch (code.length()) {
      case 2 -> "province";
      case 4 -> "prefecture";
      case 6 -> "county";
      case 9 -> "township";
      default -> "village";
    };
  }
}
