package org.countywise.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.countywise.run.Cause;
import org.countywise.run.Reconciliation;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/**
 * Cells that differ between two releases, the largest change first.
 *
 * @param whyNot why the causes are not known; empty where they are, or were not asked for
 */
record Changes(Release older, Release newer, List<Change> cells, String whyNot) {
  private static final int WIDTH = 110;

  /** What releases differ in. */
  static Changes between(
      Release older, Release newer, List<String> indicators, List<String> periods) {
    Column wanted = functions.lit(true);
    if (!indicators.isEmpty()) {
      wanted = wanted.and(IndicatorValue.INDICATOR.column().isin(indicators.toArray()));
    }
    List<String> common = new ArrayList<>(older.periods());
    common.retainAll(newer.periods());
    if (!periods.isEmpty()) {
      common.retainAll(periods);
    }
    wanted = wanted.and(IndicatorValue.PERIOD.column().isin(common.toArray()));
    Map<Reconciliation.Cell, Cell> before = cells(older, wanted);
    Map<Reconciliation.Cell, Cell> after = cells(newer, wanted);
    Set<Reconciliation.Cell> keys = new java.util.HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes =
        keys.stream()
            .map(key -> Change.of(key, before.get(key), after.get(key)))
            .filter(Change::isOne)
            .sorted(Change.LARGEST_FIRST)
            .toList();
    return new Changes(older, newer, changes, "");
  }

  private static Map<Reconciliation.Cell, Cell> cells(Release release, Column wanted) {
    Map<Reconciliation.Cell, Cell> cells = new HashMap<>();
    for (Cell cell : release.cells(wanted)) {
      cells.put(
          new Reconciliation.Cell(cell.indicator(), cell.region(), cell.period(), cell.breakdown()),
          cell);
    }
    return cells;
  }

  /** Changes whose numbers may be shown on both sides. */
  List<Change> open() {
    return cells.stream().filter(Change::isOpen).toList();
  }

  /** Families of the changed indicators, as a release knows them. */
  Collection<String> families(Release release) {
    Set<String> indicators =
        open().stream().map(change -> change.cell().indicator()).collect(Collectors.toSet());
    return new TreeSet<>(
        release
            .table("dim_indicator")
            .filter(IndicatorValue.INDICATOR.column().isin(indicators.toArray()))
            .select(Field.declared("job_file"))
            .collectAsList()
            .stream()
            .map(row -> row.getString(0).replace(".yaml", ""))
            .toList());
  }

  /** With what the cells say after each cause. */
  Changes with(Map<Cause, Map<Reconciliation.Cell, Reconciliation.Said>> steps) {
    return new Changes(
        older,
        newer,
        cells.stream().map(change -> change.isOpen() ? change.with(steps) : change).toList(),
        "");
  }

  /** Without causes, for a reason. */
  Changes without(String reason) {
    return new Changes(older, newer, cells, reason);
  }

  /** For people. */
  List<String> lines(int limit) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s cells differ between %s and %s."
            .formatted(Numbers.of(cells.size()), older.name(), newer.name()));
    if (!whyNot.isEmpty()) {
      lines.addAll(Paragraph.lines("Why is not known: " + whyNot + ".", WIDTH));
    }
    if (cells.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.addAll(causes());
    lines.addAll(table(limit));
    if (cells.size() > limit) {
      lines.add("… and " + Numbers.of(cells.size() - limit) + " more; --limit shows them");
    }
    return lines;
  }

  /** How many cells each cause changes. */
  private List<String> causes() {
    Map<Cause, Long> counts = new EnumMap<>(Cause.class);
    cells.forEach(
        change -> change.parts().keySet().forEach(cause -> counts.merge(cause, 1L, Long::sum)));
    if (counts.isEmpty()) {
      return List.of();
    }
    Grid grid = new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT).head("cause", "cells");
    counts.forEach((cause, count) -> grid.row(cause.words(), Numbers.of(count)));
    List<String> lines = new ArrayList<>(grid.lines());
    lines.add("");
    return lines;
  }

  private List<String> table(int limit) {
    Map<String, Title> titles = newer.titles();
    Map<String, Region> regions = newer.regions(newer.levels());
    Grid grid =
        new Grid(
                Grid.Edge.LEFT,
                Grid.Edge.LEFT,
                Grid.Edge.LEFT,
                Grid.Edge.RIGHT,
                Grid.Edge.RIGHT,
                Grid.Edge.LEFT)
            .head("indicator", "region", "period", "before", "after", "by cause");
    for (Change change : cells.subList(0, Math.min(limit, cells.size()))) {
      Reconciliation.Cell cell = change.cell();
      Region region = regions.get(cell.region());
      String unit = titles.getOrDefault(cell.indicator(), Title.unknown(cell.indicator())).unit();
      grid.row(
          cell.indicator() + (cell.breakdown().isEmpty() ? "" : "[" + cell.breakdown() + "]"),
          region == null ? cell.region() : cell.region() + " " + region.nameZh(),
          cell.period(),
          Change.shown(change.before(), change.statusBefore(), unit),
          Change.shown(change.after(), change.statusAfter(), unit),
          change.causes(unit));
    }
    return grid.lines();
  }

  /** For scripts. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", older.name());
    object.put("to", newer.name());
    object.put("causes_unknown", whyNot);
    object.put("cells", cells.stream().map(Change::json).toList());
    return object;
  }
}
