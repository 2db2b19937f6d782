package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.table.Alerts;

/**
 * Alerts as a list for the terminal, for a script, for a spreadsheet.
 *
 * @param alerts in the order they are shown
 * @param names of villages by code
 */
record AlertList(
    String period,
    String region,
    List<AlertRow> alerts,
    Map<String, String> names,
    boolean pseudonymous) {

  /** Worst first; nothing of the register's order is left in it. */
  private static final Comparator<AlertRow> WORST_FIRST =
      Comparator.comparing(
              (AlertRow alert) -> (BigDecimal) alert.columns().get(Alerts.DISTANCE.name()),
              Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
          .reversed()
          .thenComparing(alert -> alert.text(Alerts.KEY.name()))
          .thenComparing(alert -> alert.text(Alerts.RULE.name()));

  /** The same list with pseudonyms for households. */
  AlertList under(Pseudonyms pseudonyms) {
    List<AlertRow> hidden =
        alerts.stream().map(of -> of.under(pseudonyms)).sorted(WORST_FIRST).toList();
    return new AlertList(period, region, hidden, names, true);
  }

  /** What stands above every list. */
  String restricted() {
    return "restricted: " + content();
  }

  private String content() {
    return pseudonymous ? "households under pseudonyms" : "names households";
  }

  /**
   * For people: the row, and below it why.
   *
   * @param most at most so many alerts, 0 for all
   */
  List<String> lines(int most) {
    int shown = most == 0 ? alerts.size() : Math.min(most, alerts.size());
    List<String> lines = new ArrayList<>(List.of(restricted(), head(), ""));
    if (alerts.isEmpty()) {
      lines.set(2, "no alerts for this selection");
      return lines;
    }
    List<String> rows = grid(alerts.subList(0, shown)).lines();
    int heads = rows.size() - shown;
    lines.addAll(rows.subList(0, heads));
    for (int i = 0; i < shown; i++) {
      lines.add(rows.get(heads + i));
      lines.add("    " + alerts.get(i).text("explanation_en"));
      lines.add("    " + alerts.get(i).text("explanation_zh"));
    }
    if (shown < alerts.size()) {
      lines.add("");
      lines.add(
          "… and "
              + Numbers.of(alerts.size() - shown)
              + " more; --limit 0 shows all, --csv FILE takes them out");
    }
    return lines;
  }

  private String head() {
    return period
        + (region.isEmpty() ? "" : "  " + region)
        + "  "
        + Numbers.of(alerts.size())
        + (alerts.size() == 1 ? " alert" : " alerts, the farthest from the threshold first");
  }

  private Grid grid(List<AlertRow> shown) {
    Grid.Edge left = Grid.Edge.LEFT;
    Grid grid =
        new Grid(Grid.Edge.RIGHT, left, left, left, left, Grid.Edge.RIGHT)
            .head("household", "village", "rule", "since", "status", "distance");
    for (AlertRow alert : shown) {
      grid.row(
          alert.text(Alerts.KEY.name()),
          village(alert.text(Alerts.REGION.name())),
          alert.text(Alerts.RULE.name()),
          alert.text(Alerts.FIRST.name()),
          alert.text(Alerts.STATUS.name()),
          alert.distance());
    }
    return grid;
  }

  private String village(String code) {
    String name = names.getOrDefault(code, "");
    return name.isEmpty() ? code : code + " " + name;
  }

  /** For scripts. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("restricted", content());
    object.put("period", period);
    object.put("alerts", alerts.stream().map(AlertRow::columns).toList());
    return object;
  }

  /** Rows of a file, with the columns of {@link Alerts#TABLE}. */
  List<List<Object>> rows() {
    return alerts.stream()
        .map(alert -> Alerts.TABLE.stream().map(field -> alert.cell(field.name())).toList())
        .toList();
  }
}
