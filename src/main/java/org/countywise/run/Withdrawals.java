package org.countywise.run;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Observation;
import org.countywise.table.IndicatorValue;

/**
 * What is taken out of publication: indicators, by period. A release never loses a published one in
 * silence; whoever withdraws it says so, and the manifest keeps it.
 */
public record Withdrawals(Map<String, Set<String>> indicators) {
  /** An immutable copy. */
  public Withdrawals {
    Map<String, Set<String>> sorted = new TreeMap<>();
    indicators.forEach((period, of) -> sorted.put(period, new TreeSet<>(of)));
    indicators = java.util.Collections.unmodifiableMap(sorted);
  }

  /** Nothing is withdrawn. */
  public static Withdrawals none() {
    return new Withdrawals(Map.of());
  }

  /** True where nothing is withdrawn. */
  public boolean isEmpty() {
    return indicators.isEmpty();
  }

  /** Whether all of some indicators are withdrawn in a period: nothing of it is computed. */
  boolean takes(String period, Collection<String> all) {
    return indicators.getOrDefault(period, Set.of()).containsAll(all);
  }

  boolean has(String indicator, String period) {
    return indicators.getOrDefault(period, Set.of()).contains(indicator);
  }

  /** Values that stay. */
  Dataset<Row> left(Dataset<Row> values) {
    Dataset<Row> left = values;
    for (Map.Entry<String, Set<String>> of : indicators.entrySet()) {
      left = left.filter(not(are(of.getKey(), of.getValue())));
    }
    return left;
  }

  /** Values that stay. */
  List<Observation> left(List<Observation> values) {
    return values.stream().filter(of -> !has(of.series().indicator(), of.period())).toList();
  }

  /** Values that do not. */
  Column taken() {
    return indicators.entrySet().stream()
        .map(of -> are(of.getKey(), of.getValue()))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column are(String period, Set<String> indicators) {
    return IndicatorValue.PERIOD
        .column()
        .equalTo(period)
        .and(IndicatorValue.INDICATOR.in(indicators));
  }

  /** As manifests and people write them: {@code indicator@period}. */
  List<String> named() {
    return indicators.entrySet().stream()
        .flatMap(of -> of.getValue().stream().map(indicator -> indicator + "@" + of.getKey()))
        .collect(Collectors.toList());
  }
}
