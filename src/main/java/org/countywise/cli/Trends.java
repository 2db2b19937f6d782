package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countywise.table.ValueRow;

/**
 * How each series of an indicator goes over several months, below the months themselves.
 *
 * @param periods the months, oldest first
 * @param label what a region is called
 */
record Trends(List<String> periods, Function<ValueRow, String> label) {

  /** A line for each region and breakdown; none for a single month. */
  List<String> lines(List<ValueRow> cells) {
    if (periods.size() < 2 || cells.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, ValueRow>> series = new LinkedHashMap<>();
    for (ValueRow cell : cells) {
      String name = String.join("  ", label.apply(cell), cell.breakdown()).strip();
      series.computeIfAbsent(name, of -> new LinkedHashMap<>()).put(cell.period(), cell);
    }
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.LEFT, Grid.Edge.LEFT)
            .head("", periods.get(0) + ".." + periods.get(periods.size() - 1), "status");
    series.forEach((name, of) -> grid.row(name, Sparkline.of(values(of)), statuses(of)));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(grid.lines());
    return lines;
  }

  private List<BigDecimal> values(Map<String, ValueRow> months) {
    List<BigDecimal> values = new ArrayList<>();
    periods.forEach(
        month -> values.add(months.containsKey(month) ? months.get(month).decimal() : null));
    return values;
  }

  /** A mark below each bar; a point where there is no row. */
  private String statuses(Map<String, ValueRow> months) {
    StringBuilder marks = new StringBuilder();
    periods.forEach(
        month ->
            marks.append(
                months.containsKey(month) ? months.get(month).status() : Sparkline.MISSING));
    return marks.toString();
  }
}
