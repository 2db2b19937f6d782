package org.countywise.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countywise.delivery.Source;
import org.countywise.quality.RowCounts;
import org.countywise.report.Cost;
import org.countywise.store.Forecast;

/** What became of the rows of each dataset: read, known from earlier runs, or rejected. */
final class RowCosts {
  private RowCosts() {}

  /**
   * In the order of the datasets.
   *
   * @param forecasts what becomes of each partition
   * @param sources all files, by dataset
   * @param counts of the rows that were judged
   */
  static List<Cost> of(
      List<Forecast> forecasts, Map<String, Source> sources, List<RowCounts> counts) {
    Map<String, Long> rejected = new HashMap<>();
    counts.stream()
        .filter(RowCounts::rejected)
        .forEach(of -> rejected.merge(of.dataset(), of.rows(), Long::sum));
    List<Cost> costs = new ArrayList<>();
    sources.forEach(
        (dataset, source) -> {
          List<Forecast> own =
              forecasts.stream().filter(of -> of.dataset().equals(dataset)).toList();
          costs.add(Cost.of(Phase.MEASURE.word(), dataset, rows(own, source, rejected)));
        });
    return costs;
  }

  private static Cost.Rows rows(List<Forecast> own, Source source, Map<String, Long> rejected) {
    Set<String> read =
        own.stream()
            .filter(of -> of.reading() != Forecast.Reading.KNOWN)
            .map(Forecast::period)
            .collect(Collectors.toSet());
    long bytes =
        source.files().stream()
            .filter(file -> read.contains(file.period()))
            .mapToLong(file -> file.status().getLen())
            .sum();
    long reused = own.stream().filter(of -> isKnown(of.reading())).mapToLong(Forecast::rows).sum();
    long rows =
        own.stream().filter(of -> read.contains(of.period())).mapToLong(Forecast::rows).sum();
    return new Cost.Rows(rows, bytes, reused, rejected.getOrDefault(source.scan().dataset(), 0L));
  }

  private static boolean isKnown(Forecast.Reading reading) {
    return reading == Forecast.Reading.KNOWN || reading == Forecast.Reading.BESIDE;
  }
}
