package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.table.ValueRow;

/**
 * Values for the eye or for a script.
 *
 * @param cells in the order they are shown
 * @param titles by indicator
 * @param regions by code
 */
record ValueTable(
    Selection selection,
    List<ValueRow> cells,
    Map<String, Title> titles,
    Map<String, Region> regions) {
  private static final int SIDE_BY_SIDE = 7;

  /** Reads what is selected. */
  static ValueTable of(Selection selection) {
    return new ValueTable(
        selection,
        selection.cells(),
        selection.release().titles(),
        selection.release().regions(selection.levels()));
  }

  /** For scripts. */
  record Told(String period, Map<String, String> units, List<ValueRow> values) {}

  /** For scripts. */
  Told told() {
    Map<String, String> units = new LinkedHashMap<>();
    selection.indicators().forEach(indicator -> units.put(indicator, title(indicator).unit()));
    return new Told(selection.period(), units, cells);
  }

  /** The cells as a list with the columns of the published table. */
  List<List<Object>> rows() {
    return cells.stream().map(ValueTable::row).toList();
  }

  private static List<Object> row(ValueRow cell) {
    return Arrays.asList(
        cell.indicator(),
        cell.region(),
        cell.level(),
        cell.period(),
        cell.breakdown(),
        cell.decimal(),
        cell.numerator(),
        cell.denominator(),
        cell.status(),
        cell.release());
  }

  /** Side by side where there are several indicators, else one below the other. */
  List<String> lines() {
    boolean totals = cells.stream().allMatch(cell -> cell.breakdown().isEmpty());
    int indicators = selection.indicators().size();
    boolean sideBySide =
        totals && indicators > 1 && indicators <= SIDE_BY_SIDE && selection.periods().size() == 1;
    return sideBySide ? sideBySide() : below(List.of());
  }

  /** One below the other, with the exact parts. */
  List<String> withParts() {
    return below(List.of("numerator", "denominator"));
  }

  private List<String> sideBySide() {
    List<PivotTable.Column> columns =
        selection.indicators().stream()
            .map(indicator -> PivotTable.Column.of(indicator, title(indicator).unit()))
            .toList();
    List<Region> rows = cells.stream().map(this::region).distinct().toList();
    List<String> lines = new ArrayList<>(List.of(selection.period(), ""));
    lines.addAll(new PivotTable(columns, titles).lines(rows, cells));
    return lines;
  }

  private List<String> below(List<String> parts) {
    List<String> lines = new ArrayList<>();
    for (String indicator : selection.indicators()) {
      List<ValueRow> here =
          cells.stream().filter(cell -> cell.indicator().equals(indicator)).toList();
      lines.add(title(indicator).line());
      lines.addAll(here.isEmpty() ? List.of("  no rows for this selection") : table(here, parts));
      lines.addAll(new Trends(selection.periods(), this::label).lines(here));
      lines.add("");
    }
    lines.addAll(Status.legend(cells.stream().map(ValueRow::status).toList()));
    return lines;
  }

  private List<String> table(List<ValueRow> here, List<String> parts) {
    boolean broken = here.stream().anyMatch(cell -> !cell.breakdown().isEmpty());
    List<Grid.Edge> edges = new ArrayList<>(List.of(Grid.Edge.LEFT, Grid.Edge.LEFT));
    List<String> head = new ArrayList<>(List.of("region", "period"));
    if (broken) {
      edges.add(Grid.Edge.LEFT);
      head.add("breakdown");
    }
    edges.addAll(List.of(Grid.Edge.RIGHT, Grid.Edge.LEFT));
    head.addAll(List.of("value", "status"));
    parts.forEach(part -> edges.add(Grid.Edge.RIGHT));
    head.addAll(parts);
    String unit = Numbers.sign(title(here.get(0).indicator()).unit());
    String value = unit.isEmpty() ? "value" : "value, " + unit;
    Grid grid =
        new Grid(edges.toArray(Grid.Edge[]::new))
            .head(head.stream().map(of -> of.equals("value") ? value : of).toArray(String[]::new));
    List<BigDecimal> values =
        here.stream().map(ValueRow::decimal).filter(java.util.Objects::nonNull).toList();
    int decimals = Numbers.decimals(values, title(here.get(0).indicator()).unit());
    here.forEach(cell -> grid.row(row(cell, head, decimals)));
    return grid.lines();
  }

  private List<String> row(ValueRow cell, List<String> head, int decimals) {
    return head.stream()
        .map(
            column ->
                switch (column) {
                  case "region" -> label(cell);
                  case "period" -> cell.period();
                  case "breakdown" -> cell.breakdown();
                  case "value" ->
                      Numbers.of(cell.decimal(), title(cell.indicator()).unit(), decimals);
                  case "status" -> cell.status();
                  case "numerator" -> Numbers.exact(cell.numerator());
                  default -> Numbers.exact(cell.denominator());
                })
        .toList();
  }

  private String label(ValueRow cell) {
    Region region = region(cell);
    return region.name().equals(region.code())
        ? region.code()
        : region.code() + " " + region.name();
  }

  private Title title(String indicator) {
    return titles.getOrDefault(indicator, Title.unknown(indicator));
  }

  private Region region(ValueRow cell) {
    return regions.getOrDefault(cell.region(), new Region(cell.region(), cell.level(), "", ""));
  }
}
