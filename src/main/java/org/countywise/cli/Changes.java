package org.countywise.cli;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.countywise.run.RevisionAnalysis;
import org.countywise.run.RevisionCause;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;
import org.countywise.table.ValueRow;

/**
 * Cells that differ between two releases, the largest change first.
 *
 * @param whyNot why the causes are not known; empty where they are, or were not asked for
 */
public record Changes(ReleaseReader older, ReleaseReader newer, List<Change> cells, String whyNot) {
  /**
   * What releases differ in.
   *
   * @throws UsageException naming an indicator that neither has, or a month that not both have
   */
  static Changes between(
      ReleaseReader older, ReleaseReader newer, List<String> indicators, List<String> periods) {
    demand(indicators, older, newer);
    Column wanted = functions.lit(true);
    if (!indicators.isEmpty()) {
      wanted = wanted.and(IndicatorValue.INDICATOR.in(indicators));
    }
    List<String> common = new ArrayList<>(older.periods());
    common.retainAll(newer.periods());
    if (!periods.isEmpty()) {
      new PublishedPeriods(common).demand(periods);
      common.retainAll(periods);
    }
    wanted = wanted.and(IndicatorValue.PERIOD.in(common));
    Map<RevisionAnalysis.Cell, ValueRow> before = cells(older, wanted);
    Map<RevisionAnalysis.Cell, ValueRow> after = cells(newer, wanted);
    Set<RevisionAnalysis.Cell> keys = new java.util.HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes =
        keys.stream()
            .map(key -> Change.of(key, before.get(key), after.get(key)))
            .filter(Change::isOne)
            .sorted(Change.LARGEST_FIRST)
            .toList();
    return new Changes(older, newer, changes, "");
  }

  private static void demand(List<String> indicators, ReleaseReader... releases) {
    Set<String> known = new TreeSet<>();
    for (ReleaseReader release : indicators.isEmpty() ? new ReleaseReader[0] : releases) {
      known.addAll(release.indicators());
    }
    for (String indicator : indicators) {
      if (!known.contains(indicator)) {
        throw new UsageException(
            "unknown indicator '" + indicator + "'; " + Nearest.remedy(indicator, known));
      }
    }
  }

  private static Map<RevisionAnalysis.Cell, ValueRow> cells(ReleaseReader release, Column wanted) {
    Map<RevisionAnalysis.Cell, ValueRow> cells = new HashMap<>();
    for (ValueRow cell : release.cells(wanted)) {
      cells.put(
          new RevisionAnalysis.Cell(
              cell.indicator(), cell.region(), cell.period(), cell.breakdown()),
          cell);
    }
    return cells;
  }

  /** Changes whose numbers may be shown on both sides. */
  List<Change> open() {
    return cells.stream().filter(Change::isOpen).toList();
  }

  /** Families of the changed indicators, as a release knows them. */
  Collection<String> families(ReleaseReader release) {
    Set<String> indicators =
        open().stream().map(change -> change.cell().indicator()).collect(Collectors.toSet());
    return new TreeSet<>(
        release
            .table("dim_indicator")
            .filter(IndicatorValue.INDICATOR.in(indicators))
            .select(Field.declared("job_file"))
            .collectAsList()
            .stream()
            .map(row -> row.getString(0).replace(".yaml", ""))
            .toList());
  }

  /** With what the cells say after each cause. */
  Changes with(Map<RevisionCause, Map<RevisionAnalysis.Cell, RevisionAnalysis.Said>> steps) {
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

  /** How many cells each cause changes. */
  public Map<String, Long> cellsByCause() {
    Map<RevisionCause, Long> counts = new EnumMap<>(RevisionCause.class);
    cells.forEach(
        change ->
            change
                .parts()
                .keySet()
                .forEach(revisionCause -> counts.merge(revisionCause, 1L, Long::sum)));
    Map<String, Long> byWords = new LinkedHashMap<>();
    counts.forEach((revisionCause, count) -> byWords.put(revisionCause.words(), count));
    return byWords;
  }

  /** Columns of a file. */
  static final List<String> COLUMNS =
      List.of(
          "indicator",
          "region_code",
          "period",
          "breakdown",
          "status_before",
          "value_before",
          "numerator_before",
          "denominator_before",
          "status_after",
          "value_after",
          "numerator_after",
          "denominator_after",
          "causes");

  /** Rows of a file. */
  List<List<Object>> rows() {
    return cells.stream().map(Change::told).map(Changes::row).toList();
  }

  private static List<Object> row(Change.Told change) {
    return Arrays.asList(
        change.indicator(),
        change.regionCode(),
        change.period(),
        change.breakdown(),
        change.before().status(),
        change.before().value(),
        change.before().numerator(),
        change.before().denominator(),
        change.after().status(),
        change.after().value(),
        change.after().numerator(),
        change.after().denominator(),
        String.join("; ", change.causes().keySet()));
  }

  /** For scripts. */
  record Told(String from, String to, String causesUnknown, List<Change.Told> cells) {}

  /** For scripts. */
  Told told() {
    return new Told(older.name(), newer.name(), whyNot, cells.stream().map(Change::told).toList());
  }
}
