package org.countywise.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.countywise.release.Table;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * Which values of a release are looked at; everything in it is known to exist.
 *
 * @param region the one region, empty for all of the levels
 */
record Selection(
    ReleaseReader release,
    List<String> indicators,
    String region,
    List<String> levels,
    List<String> periods,
    Depth depth) {

  /** Looked at first, in this order, where nobody says which. */
  private static final List<String> KEY =
      List.of(
          "registered_persons",
          "migrant_labour",
          "migrant_to_base",
          "employment_rate",
          "zero_employment_households",
          "industry_coverage_rate",
          "public_posts_filled");

  private static final int WITHOUT_KEYS = 6;

  /** Whether breakdowns are looked at beside totals. */
  enum Depth {
    TOTALS,
    BREAKDOWNS
  }

  /** What was asked for; empty where nothing was. */
  record Query(
      List<String> indicators,
      String region,
      List<String> levels,
      List<String> periods,
      Depth depth) {}

  /**
   * The selection a wish means.
   *
   * @throws UsageException when something in it does not exist or is restricted
   */
  static Selection of(ReleaseReader release, Query query) {
    List<String> indicators = indicators(release, query.indicators());
    List<String> periods = periods(release, query.periods());
    List<String> levels =
        query.region().isEmpty()
            ? levels(release, query)
            : List.of(levelOf(release, query.region()));
    return new Selection(release, indicators, query.region(), levels, periods, query.depth());
  }

  private static List<String> indicators(ReleaseReader release, List<String> wanted) {
    List<String> known = release.indicators();
    if (known.isEmpty()) {
      throw new UsageException(
          "release '"
              + release.name()
              + "' has no values; 'countywise releases' lists the others, 'countywise findings' says"
              + " what was found");
    }
    if (wanted.isEmpty()) {
      List<String> keys = KEY.stream().filter(known::contains).toList();
      return keys.isEmpty() ? known.subList(0, Math.min(WITHOUT_KEYS, known.size())) : keys;
    }
    wanted.forEach(indicator -> demand("indicator", indicator, known));
    return wanted.stream().distinct().toList();
  }

  private static void demand(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new UsageException(
          "unknown " + what + " '" + name + "'; " + Nearest.remedy(name, known));
    }
  }

  private static List<String> periods(ReleaseReader release, List<String> wanted) {
    List<String> known = release.periods();
    if (wanted.isEmpty()) {
      return List.of(known.get(known.size() - 1));
    }
    new PublishedPeriods(known).demand(wanted);
    return wanted;
  }

  /** The month, or the first and the last of them. */
  String period() {
    String last = periods.get(periods.size() - 1);
    return periods.size() == 1 ? last : periods.get(0) + ".." + last;
  }

  private static List<String> levels(ReleaseReader release, Query query) {
    List<String> known = release.levels();
    if (query.levels().isEmpty()) {
      return List.of(Levels.GROUP, Levels.FIRST);
    }
    for (String level : query.levels()) {
      if (!known.contains(level)) {
        throw new UsageException(
            "unknown level '" + level + "'; " + Nearest.remedy(level, known) + closed(release));
      }
    }
    return query.levels();
  }

  /** What to do where something may be in the restricted tables. */
  private static String closed(ReleaseReader release) {
    return release.space() == Table.Space.RESTRICTED
        ? ""
        : "; levels below are restricted: add --restricted if you are allowed to see them";
  }

  private static String levelOf(ReleaseReader release, String code) {
    List<String> found =
        release
            .table("dim_region")
            .filter(IndicatorValue.REGION.column().equalTo(code))
            .select(IndicatorValue.LEVEL.column())
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "unknown region '"
              + code
              + "'; "
              + UnknownRegion.remedy(code, release.regions(release.levels()).values())
              + closed(release));
    }
    return found.get(0);
  }

  /** The selected values, in the order they are shown. */
  List<ValueRow> cells() {
    Column condition =
        IndicatorValue.INDICATOR
            .in(indicators)
            .and(IndicatorValue.PERIOD.in(periods))
            .and(
                region.isEmpty()
                    ? IndicatorValue.LEVEL.in(levels)
                    : IndicatorValue.REGION.column().equalTo(region));
    List<ValueRow> cells = new ArrayList<>(release.cells(condition));
    if (depth == Depth.TOTALS) {
      Set<String> withTotal =
          cells.stream()
              .filter(cell -> cell.breakdown().isEmpty())
              .map(ValueRow::indicator)
              .collect(Collectors.toSet());
      cells.removeIf(cell -> !cell.breakdown().isEmpty() && withTotal.contains(cell.indicator()));
    }
    cells.sort(
        java.util.Comparator.comparingInt((ValueRow cell) -> indicators.indexOf(cell.indicator()))
            .thenComparingInt(cell -> Levels.rank(cell.level()))
            .thenComparing(ValueRow::region)
            .thenComparing(ValueRow::period)
            .thenComparing(ValueRow::breakdown));
    return List.copyOf(cells);
  }
}
