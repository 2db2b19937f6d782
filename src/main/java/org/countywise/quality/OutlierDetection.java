package org.countywise.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.cube.Observation;
import org.countywise.plan.Quality;
import org.countywise.report.Finding;
import org.countywise.rows.Calendar;
import org.countywise.table.IndicatorValue;

/**
 * Holds exact values of units against the months before them, by the median and the median distance
 * from it, which a few odd months do not move. Its findings name numbers that may be hidden in what
 * is published: findings are restricted.
 */
public record OutlierDetection(Calendar calendar) {
  /** Makes the median distance of normally distributed values their standard deviation. */
  private static final double TO_DEVIATION = 1.4826;

  private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_UP);

  /** Values of an indicator in a unit, by period. */
  private record Series(String indicator, String unit) implements Comparable<Series> {
    @Override
    public int compareTo(Series other) {
      int byIndicator = indicator.compareTo(other.indicator);
      return byIndicator != 0 ? byIndicator : unit.compareTo(other.unit);
    }
  }

  /**
   * Warnings about the requested periods.
   *
   * @param values exact values of the requested periods
   * @param before those of the release before, where there is one
   */
  public List<Finding> findings(List<Observation> values, Optional<Dataset<Row>> before) {
    List<Quality.Jump> rules = calendar.plan().quality().jumps();
    if (rules.isEmpty()) {
      return List.of();
    }
    Map<Series, Map<String, Double>> series = new TreeMap<>();
    before.ifPresent(known -> read(known, series));
    series.values().forEach(of -> of.keySet().removeAll(calendar.names()));
    values.stream()
        .filter(of -> of.level().equals(calendar.plan().regionScheme().unit()))
        .filter(of -> of.series().breakdown().isEmpty() && of.value() != null)
        .forEach(
            of ->
                series
                    .computeIfAbsent(
                        new Series(of.series().indicator(), of.region()), s -> new HashMap<>())
                    .put(of.period(), of.value()));
    List<Finding> found = new ArrayList<>();
    for (Quality.Jump rule : rules) {
      series.forEach(
          (of, byPeriod) -> {
            if (rule.indicators().contains(of.indicator())) {
              calendar.names().forEach(p -> finding(rule, of, byPeriod, p).ifPresent(found::add));
            }
          });
    }
    return found;
  }

  private void read(Dataset<Row> values, Map<Series, Map<String, Double>> series) {
    Object[] indicators =
        calendar.plan().quality().jumps().stream().flatMap(r -> r.indicators().stream()).toArray();
    Column mine =
        IndicatorValue.INDICATOR
            .column()
            .isin(indicators)
            .and(IndicatorValue.LEVEL.column().equalTo(calendar.plan().regionScheme().unit()))
            .and(IndicatorValue.BREAKDOWN.column().equalTo(""))
            .and(IndicatorValue.VALUE.column().isNotNull())
            .and(IndicatorValue.PERIOD.in(months()));
    values
        .filter(mine)
        .select(
            IndicatorValue.INDICATOR.column(),
            IndicatorValue.REGION.column(),
            IndicatorValue.PERIOD.column(),
            IndicatorValue.VALUE.column())
        .collectAsList()
        .forEach(
            row ->
                series
                    .computeIfAbsent(
                        new Series(row.getString(0), row.getString(1)), s -> new HashMap<>())
                    .put(row.getString(2), row.getDouble(3)));
  }

  /** The requested periods and all their histories. */
  private List<String> months() {
    int most =
        calendar.plan().quality().jumps().stream().mapToInt(Quality.Jump::months).max().orElse(0);
    return calendar.periods().stream()
        .flatMap(period -> IntStream.rangeClosed(0, most).mapToObj(period::minusMonths))
        .map(YearMonth::toString)
        .distinct()
        .toList();
  }

  private static Optional<Finding> finding(
      Quality.Jump rule, Series series, Map<String, Double> byPeriod, String period) {
    Double value = byPeriod.get(period);
    double[] history =
        IntStream.rangeClosed(1, rule.months())
            .mapToObj(back -> byPeriod.get(YearMonth.parse(period).minusMonths(back).toString()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (value == null || history.length < rule.far().atLeast()) {
      return Optional.empty();
    }
    double median = median(history);
    Jump jump = new Jump(value, history.length, median, median(distances(history, median)));
    return jump.isFar(rule.far())
        ? Optional.of(warning(rule, series, period, jump))
        : Optional.empty();
  }

  /**
   * A value beside the months before it.
   *
   * @param spread within which half of these months lie from their median
   */
  private record Jump(double value, int months, double median, double spread) {
    boolean isFar(Quality.Far far) {
      double distance = Math.abs(value - median);
      return distance > far.deviations().doubleValue() * (TO_DEVIATION * spread)
          && distance > far.change().doubleValue() * Math.abs(median)
          && distance > far.least().doubleValue();
    }
  }

  private static Finding warning(Quality.Jump rule, Series series, String period, Jump jump) {
    String message =
        "%s: %s is %s, the median of %d months before is %s, and half of them lie within %s of it; %s"
            .formatted(
                rule.title(),
                series.indicator(),
                shown(jump.value()),
                jump.months(),
                shown(jump.median()),
                shown(jump.spread()),
                rule.remedy());
    return new Finding(
        rule.name(),
        "",
        period,
        series.unit(),
        Finding.Severity.WARNING,
        0,
        List.of(),
        message,
        "");
  }

  private static double[] distances(double[] values, double from) {
    return Arrays.stream(values).map(value -> Math.abs(value - from)).toArray();
  }

  /** The middle of the sorted values, or between the two in the middle. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String shown(double value) {
    return BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
