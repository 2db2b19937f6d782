package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countywise.table.ValueRow;

/**
 * Several indicators side by side: a row per region, a column per indicator.
 *
 * @param columns what stands in the columns
 * @param titles units of the indicators, by indicator
 */
record PivotTable(List<Column> columns, Map<String, Title> titles) {
  private static final int NAME_WIDTH = 34;
  private static final int HEAD_WIDTH = 14;

  /**
   * An indicator and what stands above it.
   *
   * @param heads two lines
   */
  record Column(String indicator, List<String> heads) {

    /** An indicator under two lines of our own. */
    static Column of(String indicator, String above, String below) {
      return new Column(indicator, List.of(above, below));
    }

    /** An indicator under its own name, and its unit. */
    static Column of(String indicator, String unit) {
      List<String> heads = new ArrayList<>(List.of("", ""));
      int line = 0;
      for (String word : indicator.split("_", -1)) {
        String longer = heads.get(line).isEmpty() ? word : heads.get(line) + "_" + word;
        if (longer.length() > HEAD_WIDTH && !heads.get(line).isEmpty() && line == 0) {
          heads.set(0, heads.get(0) + "_");
          line = 1;
          longer = word;
        }
        heads.set(line, longer);
      }
      heads.add(Numbers.sign(unit));
      return new Column(indicator, heads);
    }
  }

  /** The table, and below it what its marks mean. */
  List<String> lines(List<Region> regions, Collection<ValueRow> cells) {
    Map<String, Map<String, ValueRow>> found = new HashMap<>();
    for (ValueRow cell : cells) {
      found.computeIfAbsent(cell.region(), code -> new HashMap<>()).put(cell.indicator(), cell);
    }
    Grid grid = new Grid(edges());
    for (int line = 0; line < columns.get(0).heads().size(); line++) {
      grid.head(head(line));
    }
    Map<String, Integer> decimals = decimals(cells);
    for (Region region : regions) {
      grid.row(row(region, found.getOrDefault(region.code(), Map.of()), marked(cells), decimals));
    }
    List<String> lines = new ArrayList<>(grid.lines());
    List<String> legend = Status.legend(cells.stream().map(ValueRow::status).toList());
    if (!legend.isEmpty()) {
      lines.add("");
      lines.addAll(legend);
    }
    return lines;
  }

  private Grid.Edge[] edges() {
    Grid.Edge[] edges = new Grid.Edge[columns.size() + 1];
    Arrays.fill(edges, Grid.Edge.RIGHT);
    edges[0] = Grid.Edge.LEFT;
    return edges;
  }

  private String[] head(int line) {
    List<String> texts = new ArrayList<>(List.of(""));
    columns.forEach(column -> texts.add(column.heads().get(line)));
    return texts.toArray(String[]::new);
  }

  /** Indicators with a value that needs a mark. */
  private static Collection<String> marked(Collection<ValueRow> cells) {
    return cells.stream()
        .filter(cell -> !cell.status().equals(Status.NORMAL))
        .map(ValueRow::indicator)
        .collect(Collectors.toSet());
  }

  /** By indicator, as many as tell its regions apart. */
  private Map<String, Integer> decimals(Collection<ValueRow> cells) {
    Map<String, Integer> decimals = new HashMap<>();
    for (Column column : columns) {
      List<BigDecimal> values =
          cells.stream()
              .filter(cell -> cell.indicator().equals(column.indicator()))
              .map(ValueRow::decimal)
              .filter(Objects::nonNull)
              .toList();
      decimals.put(column.indicator(), Numbers.decimals(values, unit(column)));
    }
    return decimals;
  }

  private List<String> row(
      Region region,
      Map<String, ValueRow> cells,
      Collection<String> marked,
      Map<String, Integer> decimals) {
    List<String> texts = new ArrayList<>(List.of(Width.cut(region.name(), NAME_WIDTH)));
    for (Column column : columns) {
      ValueRow cell = cells.get(column.indicator());
      String text =
          cell == null
              ? ""
              : Numbers.of(cell.decimal(), unit(column), decimals.get(column.indicator()));
      String mark =
          cell == null || cell.status().equals(Status.NORMAL) ? "  " : " " + cell.status();
      texts.add(text + (marked.contains(column.indicator()) ? mark : ""));
    }
    return texts;
  }

  private String unit(Column column) {
    return titles.getOrDefault(column.indicator(), Title.unknown(column.indicator())).unit();
  }
}
