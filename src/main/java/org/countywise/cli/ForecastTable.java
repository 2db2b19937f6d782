package org.countywise.cli;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.store.Forecast;

/**
 * What a run would read, as a table: months in a row that are read for the same reason together.
 */
record ForecastTable(List<Forecast> forecasts) {
  private static final Map<Forecast.Reading, String> WHY =
      Map.of(
          Forecast.Reading.NEW, "read: not measured yet",
          Forecast.Reading.CHANGED, "read: files, definitions or engine are others",
          Forecast.Reading.BESIDE, "read: measured already, others look at them",
          Forecast.Reading.KNOWN, "not read: measured already");

  /** The lines of the table. */
  List<String> lines() {
    if (forecasts.isEmpty()) {
      return List.of("Nothing would be read: the latest release was made of the same, and stands.");
    }
    Grid grid =
        new Grid(Grid.Edge.LEFT, Grid.Edge.LEFT, Grid.Edge.RIGHT, Grid.Edge.LEFT)
            .head("dataset", "months", "rows", "what becomes of them");
    spans().forEach(span -> grid.row(span.texts()));
    List<String> lines = new ArrayList<>(grid.lines());
    lines.add("");
    lines.add("Rows to read: " + Numbers.of(read()) + " of " + Numbers.of(all()) + ".");
    return lines;
  }

  private long all() {
    return forecasts.stream().mapToLong(Forecast::rows).sum();
  }

  private long read() {
    return forecasts.stream()
        .filter(of -> of.reading() != Forecast.Reading.KNOWN)
        .mapToLong(Forecast::rows)
        .sum();
  }

  /** Months of a dataset that follow each other. */
  private record Span(Forecast first, Forecast last, long rows) {
    boolean goesOn(Forecast next) {
      return next.dataset().equals(last.dataset())
          && next.reading() == last.reading()
          && !last.period().isEmpty()
          && YearMonth.parse(last.period()).plusMonths(1).toString().equals(next.period());
    }

    List<String> texts() {
      String months = first.equals(last) ? first.period() : first.period() + ".." + last.period();
      return List.of(first.dataset(), months, Numbers.of(rows), WHY.get(first.reading()));
    }
  }

  private List<Span> spans() {
    Map<Forecast, Span> spans = new LinkedHashMap<>();
    Span span = null;
    for (Forecast next : forecasts) {
      span =
          span != null && span.goesOn(next)
              ? new Span(span.first(), next, span.rows() + next.rows())
              : new Span(next, next, next.rows());
      spans.put(span.first(), span);
    }
    return List.copyOf(spans.values());
  }
}
