package org.countywise.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countywise.report.Finding;
import org.countywise.run.Outcome;

/**
 * What a run says in the end.
 *
 * @param regionsAsOf the day whose regions the periods are in; null for the last day of each
 * @param warehouse the folder as it was typed
 */
record Closing(
    Outcome outcome, Periods periods, LocalDate regionsAsOf, String warehouse, long seconds) {

  /** Of periods in the regions of their last days. */
  Closing(Outcome outcome, Periods periods, String warehouse, long seconds) {
    this(outcome, periods, null, warehouse, seconds);
  }

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(FindingLines.of(outcome.findings()));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    if (!outcome.rows().isEmpty()) {
      lines.addAll(rows());
      lines.add("");
    }
    lines.addAll(outcome.published() ? published() : refused());
    return lines;
  }

  private List<String> rows() {
    Grid grid = new Grid(Grid.Edge.LEFT, Grid.Edge.RIGHT).head("dataset", "rows read");
    outcome.rows().forEach((dataset, rows) -> grid.row(dataset, Numbers.of(rows)));
    return grid.lines();
  }

  private List<String> published() {
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.LEFT, Grid.Edge.RIGHT)
            .head("status", "", "rows published");
    outcome
        .statuses()
        .forEach((status, rows) -> grid.row(status, Status.meaning(status), Numbers.of(rows)));
    List<String> lines = new ArrayList<>();
    if (!outcome.statuses().isEmpty()) {
      lines.addAll(grid.lines());
      lines.addAll(withheld());
      lines.add("");
    }
    lines.add(
        (outcome.ending() == Outcome.Ending.UNCHANGED
                ? "Nothing changed since release %s for %s: same files, definitions and engine, seen in"
                    + " %d s; the tables are in %s. --again computes it again."
                : "Published release %s for %s in %d s; the tables are in %s.")
            .formatted(outcome.release(), spoken(), seconds, warehouse));
    outcome.watched().forEach(watched -> lines.add(alerts(watched)));
    lines.add("Look at it:  countywise show --warehouse " + warehouse);
    lines.add(
        "Take it out: countywise export --warehouse "
            + warehouse
            + " --format parquet --out FOLDER");
    return lines;
  }

  private String spoken() {
    return regionsAsOf == null ? periods.toString() : periods + " in the regions of " + regionsAsOf;
  }

  /** How much is lost, and that the rest holds. */
  private List<String> withheld() {
    long small = outcome.withheld().getOrDefault("primary", 0L);
    long cover = outcome.withheld().getOrDefault("complementary", 0L);
    if (small + cover == 0) {
      return List.of();
    }
    long all = outcome.statuses().values().stream().mapToLong(Long::longValue).sum();
    BigDecimal share =
        BigDecimal.valueOf(small + cover)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    return List.of(
        "Withheld: %s rows with too small a number and %s that would tell one, %s %% of all rows; an attack on the rest told none."
            .formatted(Numbers.of(small), Numbers.of(cover), Numbers.of(share, "percent")));
  }

  /** With what is expected: about one household of twenty. */
  private static String alerts(Outcome.Watched watched) {
    BigDecimal share =
        watched.households() == 0
            ? null
            : BigDecimal.valueOf(watched.warned())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(watched.households()), 2, RoundingMode.HALF_UP);
    return "Alerts of %s: %s raised, %s open; %s %% of %s watched households have one (about 5 %% are expected, at most 10 %%)."
        .formatted(
            watched.period(),
            Numbers.of(watched.raised()),
            Numbers.of(watched.open()),
            Numbers.of(share, "percent"),
            Numbers.of(watched.households()));
  }

  private List<String> refused() {
    long blockers =
        outcome.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
            .count();
    return List.of(
        "Nothing was published for %s: %d blocking %s; an earlier release stays as it is."
            .formatted(spoken(), blockers, blockers == 1 ? "finding" : "findings"));
  }

  /** For scripts: the same content, findings without keys of rows. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("published", outcome.published());
    object.put("unchanged", outcome.ending() == Outcome.Ending.UNCHANGED);
    object.put("release", outcome.release());
    object.put("periods", periods.names());
    object.put("regions_as_of", regionsAsOf == null ? null : regionsAsOf.toString());
    object.put("warehouse", warehouse);
    object.put("seconds", seconds);
    object.put("rows_read", outcome.rows());
    object.put("rows_published", outcome.statuses());
    object.put("alerts", outcome.watched().stream().map(Closing::json).toList());
    object.put("withheld", outcome.withheld());
    object.put("findings", outcome.findings().stream().map(Closing::json).toList());
    return object;
  }

  private static Map<String, Object> json(Outcome.Watched watched) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("period", watched.period());
    fields.put("raised", watched.raised());
    fields.put("open", watched.open());
    fields.put("households_with_open_alert", watched.warned());
    fields.put("households_watched", watched.households());
    return fields;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", finding.rule());
    fields.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    fields.put("dataset", finding.dataset());
    fields.put("period", finding.period());
    fields.put("county_code", finding.unit());
    fields.put("rows", finding.rows());
    fields.put("message", finding.message());
    return fields;
  }
}
